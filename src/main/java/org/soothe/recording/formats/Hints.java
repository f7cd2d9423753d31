package org.soothe.recording.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.TimeColumn;

/** What a file says about itself in names and comments, and what its reader noticed. Not thread-safe. */
final class Hints {
    private final String format;
    private final List<String> notes = new ArrayList<>();
    private @Nullable IntervalUnit unit;
    private String unitFrom = "";
    private BeatSource source = BeatSource.UNKNOWN;
    private @Nullable TimeColumn timeColumn;
    private double timeUnitMs = Double.NaN;

    Hints(String format) {
        this.format = format;
    }

    String format() {
        return format;
    }

    @Nullable
    IntervalUnit unit() {
        return unit;
    }

    String unitFrom() {
        return unitFrom;
    }

    BeatSource source() {
        return source;
    }

    @Nullable
    TimeColumn timeColumn() {
        return timeColumn;
    }

    /** Returns how many milliseconds one unit of the time column is, NaN where the file does not say. */
    double timeUnitMs() {
        return timeUnitMs;
    }

    List<String> notes() {
        return notes;
    }

    Hints unit(@Nullable IntervalUnit newUnit, String from) {
        if (newUnit != null) {
            unit = newUnit;
            unitFrom = from;
        }
        return this;
    }

    Hints source(BeatSource newSource) {
        if (newSource != BeatSource.UNKNOWN) {
            source = newSource;
        }
        return this;
    }

    Hints time(TimeColumn meaning) {
        timeColumn = meaning;
        return this;
    }

    Hints timeUnitMs(double ms) {
        timeUnitMs = ms;
        return this;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Reads unit and source from a comment line or a file name. */
    void words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int units = lower.indexOf("units:");
        if (units >= 0) {
            String word = lower.substring(units + 6).replace('=', ' ').trim();
            unit(ColumnName.unitOf(word), "the comment \"" + text.trim() + "\"");
        }
        source(sourceIn(lower));
    }

    static BeatSource sourceIn(String lower) {
        if (lower.contains("ppg") || lower.contains("bvp") || lower.contains("pulse")) {
            return BeatSource.PULSE;
        }
        if (lower.contains("ecg") || lower.contains("ekg")) {
            return BeatSource.ECG;
        }
        if (lower.contains("polar") || lower.contains("strap")) {
            return BeatSource.STRAP;
        }
        return BeatSource.UNKNOWN;
    }
}
