package org.soothe.recording.formats.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.CleanSeries;
import org.soothe.event.Event;
import org.soothe.event.SelfReport;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * The CSV set that physiologists expect (physiology basis 7.3): raw and clean intervals, events, what the engine said every
 * 5 s, phases, ratings, waves, RR text, methods, checksums. Stateless.
 */
final class CsvExport {
    /** The columns of the raw intervals, by which the set is recognised when it is read. */
    static final List<String> RAW = List.of(
            "beat_index",
            "t_s",
            "rr_ms",
            "source",
            "segment",
            "arrival_s",
            "event_index",
            "contact",
            "sensor_heart_rate_bpm");

    private static final List<String> CLEAN =
            List.of("beat_index", "t_s", "rr_ms", "class", "rr_corrected_ms", "accepted", "stands_for_intervals");

    private CsvExport() {}

    static void write(SessionFigures figures, Path target) throws IOException {
        ExportFolder folder = new ExportFolder(target);
        folder.text("rr_raw.csv", out -> raw(figures, TextTable.csv(out).header(RAW)));
        folder.text("rr_clean.csv", out -> clean(figures, TextTable.csv(out).header(CLEAN)));
        folder.text("events.csv", out -> events(figures, TextTable.csv(out).header(EventColumns.NAMES)));
        folder.text("features_5s.csv", out -> {
            TextTable table = TextTable.csv(out).header(FeatureColumns.NAMES);
            for (SessionFigures.Tick tick : figures.ticks()) {
                table.row(FeatureColumns.row(tick));
            }
        });
        folder.text("phases.csv", out -> {
            TextTable table = TextTable.csv(out).header(PhaseColumns.names());
            for (@Nullable Object[] row : PhaseColumns.rows(figures)) {
                table.row(row);
            }
        });
        folder.text("ratings.csv", out -> ratings(figures, out));
        waves(figures, folder);
        RrTextExport.lists(figures, folder);
        folder.text("methods.txt", out -> MethodText.write(figures, out));
        folder.finish();
    }

    private static void raw(SessionFigures figures, TextTable table) throws IOException {
        int segment = 0;
        int index = 0;
        for (RawRow row : figures.raw()) {
            boolean placed = row.isPlaced();
            segment += placed && figures.beats().startsSegment(row.beatCount()) ? 1 : 0;
            table.row(
                    index++,
                    placed ? Decimal.seconds(figures.beats().timeNs(row.beatCount())) : null,
                    row.rrMs(),
                    row.source(),
                    placed ? segment : null,
                    Decimal.seconds(row.arrivalNs()),
                    row.eventCount(),
                    row.contact(),
                    row.sensorBpm());
        }
    }

    private static void clean(SessionFigures figures, TextTable table) throws IOException {
        CleanSeries clean = figures.clean();
        int[] standsFor = new int[clean.rawSize()];
        for (int i = 0; i < clean.size(); i++) {
            standsFor[clean.rawIndex(i)]++;
        }
        int index = 0;
        for (RawRow row : figures.raw()) {
            if (!row.isPlaced()) {
                table.row(index++, null, row.rrMs(), "UNPLACED", null, 0, 0);
                continue;
            }
            int beat = row.beatCount();
            table.row(
                    index++,
                    Decimal.seconds(clean.rawTimeNs(beat)),
                    row.rrMs(),
                    clean.beatClass(beat),
                    clean.correctedMs(beat),
                    standsFor[beat] > 0 ? 1 : 0,
                    standsFor[beat]);
        }
    }

    private static void events(SessionFigures figures, TextTable table) throws IOException {
        List<Event> events = figures.session().events();
        for (int i = 0; i < events.size(); i++) {
            @Nullable Object[] row = EventColumns.row(i, events.get(i));
            if (row != null) {
                table.row(row);
            }
        }
    }

    private static void ratings(SessionFigures figures, Writer out) throws IOException {
        TextTable table = TextTable.csv(out).header(List.of("t_s", "phase", "item", "rating_0_to_10"));
        for (Event event : figures.session().events()) {
            if (event instanceof SelfReport report) {
                PhaseSpan phase = figures.phaseAt(report.timeNs());
                table.row(
                        Decimal.seconds(report.timeNs()),
                        phase == null ? null : phase.label(),
                        report.item(),
                        report.ratingCount());
            }
        }
    }

    private static void waves(SessionFigures figures, ExportFolder folder) throws IOException {
        Map<WaveformKind, Boolean> kinds = new EnumMap<>(WaveformKind.class);
        for (Event event : figures.session().events()) {
            if (event instanceof Waveform wave) {
                kinds.put(wave.kind(), true);
            }
        }
        for (WaveformKind kind : kinds.keySet()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            folder.text(
                    "wave_" + name + ".csv",
                    out -> wave(figures, kind, TextTable.csv(out).header(List.of("t_s", name))));
        }
    }

    private static void wave(SessionFigures figures, WaveformKind kind, TextTable table) throws IOException {
        for (Event event : figures.session().events()) {
            if (event instanceof Waveform wave && wave.kind() == kind) {
                for (int i = 0; i < wave.samples().size(); i++) {
                    long sampleNs = wave.firstSampleNs() + Math.round(i * 1e9 / wave.sampleRateHz());
                    table.row(Decimal.seconds(sampleNs), wave.samples().get(i));
                }
            }
        }
    }
}
