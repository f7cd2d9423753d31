package org.soothe.recording.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Makes recordings of what files with many signals hold. Stateless. */
final class Imported {
    private static final Pattern PHASE = Pattern.compile("Phase ([A-Z_]{1,40}) (FREE|PACED)");
    private static final Pattern MARKER = Pattern.compile("Marker ([A-Z_]{1,40})(?: (.*))?", Pattern.DOTALL);
    private static final Pattern OURS = Pattern.compile("(Method|Sensor|Rating|Pacer|Missing) .*", Pattern.DOTALL);

    private Imported() {}

    /** Returns a recording of intervals with other events between them. */
    static RrRecording with(RrRecording recording, List<Event> more) {
        List<Event> events = new ArrayList<>(more);
        events.addAll(recording.events());
        events.sort(Comparator.comparingLong(Event::timeNs));
        return new RrRecording(
                        recording.path(),
                        recording.format(),
                        recording.unit(),
                        recording.timeColumn(),
                        recording.source(),
                        recording.rawMs(),
                        events,
                        recording.notes())
                .startedAt(recording.startedAt());
    }

    /** Returns a recording of waves; the beats are those that the engine finds in them. */
    static RrRecording ofWaves(SourceFile file, Hints hints, String unit, List<Event> unsorted, ReadOptions options)
            throws RecordingFormatException {
        List<Event> events = new ArrayList<>(unsorted);
        events.sort(Comparator.comparingLong(Event::timeNs));
        BeatSeries beats = FinalAnalysis.beats(events);
        if (beats.size() == 0) {
            throw file.whole("no beats were found in the wave (" + unit + ")", "an electrocardiogram with its beats");
        }
        double[] rawMs = new double[beats.size()];
        for (int i = 0; i < rawMs.length; i++) {
            rawMs[i] = beats.rrMs(i);
        }
        BeatSource told = options.source();
        return new RrRecording(
                file.path(),
                hints.format(),
                unit,
                TimeColumn.BEAT,
                told == null ? BeatSource.ECG : told,
                rawMs,
                events,
                hints.notes());
    }

    /** Returns the event that a text of a file stands for: a phase or marker as we write them, else a note. */
    static Event event(long timeNs, String text) {
        Matcher phase = PHASE.matcher(text);
        if (phase.matches()) {
            Phase named = CsvSetReader.named(Phase.class, phase.group(1));
            if (named != null) {
                return new PhaseStart(timeNs, named, BreathingMode.valueOf(phase.group(2)));
            }
        }
        Matcher marker = MARKER.matcher(text);
        if (marker.matches()) {
            MarkerKind kind = CsvSetReader.named(MarkerKind.class, marker.group(1));
            if (kind != null) {
                return new Marker(timeNs, kind, marker.group(2) == null ? "" : marker.group(2));
            }
        }
        return new Marker(timeNs, MarkerKind.NOTE, text);
    }

    /** Returns whether a text is one that our exports write for people only. */
    static boolean forPeople(String text) {
        return OURS.matcher(text).matches();
    }

    static String duration(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
