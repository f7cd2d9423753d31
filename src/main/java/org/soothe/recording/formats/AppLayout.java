package org.soothe.recording.formats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.TimeColumn;

/**
 * The tables of common apps, known by the names of their columns: what their times stand for is not said in them. Immutable.
 */
enum AppLayout {
    /** {@code date, rr, since start}: the date has whole seconds, the other time counts milliseconds. */
    HRV_LOGGER("HRV Logger", "rr", "since start", 1, BeatSource.STRAP, null, "date;rr;since start"),
    /** {@code timestamp, rr, since_start}: the same with Unix milliseconds. */
    HRV_LOGGER_UNIX("HRV Logger", "rr", "since_start", 1, BeatSource.STRAP, null, "timestamp;rr;since_start"),
    /** {@code Phone timestamp;RR-interval [ms]}: times of arrival, or of beats, by version of the app; recognised. */
    POLAR_SENSOR_LOGGER(
            "Polar Sensor Logger, RR",
            "rr-interval [ms]",
            "phone timestamp",
            1000,
            BeatSource.STRAP,
            null,
            "phone timestamp;rr-interval [ms]"),
    /** {@code Phone Data RX timestamp;PP-interval [ms];…}: an optical sensor. */
    POLAR_SENSOR_LOGGER_PULSE(
            "Polar Sensor Logger, PPI",
            "pp-interval [ms]",
            "phone data rx timestamp",
            1000,
            BeatSource.PULSE,
            TimeColumn.ARRIVAL,
            "phone data rx timestamp;pp-interval [ms]");

    private final String words;
    private final String interval;
    private final String time;
    private final double timeUnitMs;
    private final BeatSource source;
    private final @Nullable TimeColumn meaning;
    private final String start;

    AppLayout(
            String words,
            String interval,
            String time,
            double timeUnitMs,
            BeatSource source,
            @Nullable TimeColumn meaning,
            String start) {
        this.words = words;
        this.interval = interval;
        this.time = time;
        this.timeUnitMs = timeUnitMs;
        this.source = source;
        this.meaning = meaning;
        this.start = start;
    }

    /** Returns the app whose table begins with these columns, null for any other table. */
    static @Nullable AppLayout of(ColumnName[] names) {
        for (AppLayout layout : values()) {
            if (layout.fits(names)) {
                return layout;
            }
        }
        return null;
    }

    private boolean fits(ColumnName[] names) {
        StringBuilder all = new StringBuilder();
        for (ColumnName name : names) {
            all.append(lower(name)).append(';');
        }
        return all.toString().startsWith(start + ';');
    }

    int intervalColumn(ColumnName[] names) {
        return find(names, interval);
    }

    int timeColumn(ColumnName[] names) {
        return find(names, time);
    }

    Hints hints() {
        Hints hints = new Hints(words)
                .source(source)
                .unit(IntervalUnit.MS, "the layout of " + words)
                .timeUnitMs(timeUnitMs);
        return meaning == null ? hints : hints.time(meaning);
    }

    private static int find(ColumnName[] names, String wanted) {
        for (int i = 0; i < names.length; i++) {
            if (lower(names[i]).equals(wanted)) {
                return i;
            }
        }
        throw new IllegalStateException("no column " + wanted);
    }

    private static String lower(ColumnName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
