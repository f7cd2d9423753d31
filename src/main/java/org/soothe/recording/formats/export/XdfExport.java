package org.soothe.recording.formats.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.hrv.Measure;
import org.soothe.recording.formats.xdf.XdfStream;
import org.soothe.recording.formats.xdf.XdfStream.Channel;
import org.soothe.recording.formats.xdf.XdfWriter;

/**
 * XDF: raw intervals at the times of their beats, waves, features and markers as streams, the method in the header of the
 * file. Times are seconds on the session's axis. Stateless.
 */
final class XdfExport {
    private static final double S_PER_NS = 1e-9;

    private XdfExport() {}

    static void write(SessionFigures figures, Path target) throws IOException {
        List<XdfStream> streams = new ArrayList<>();
        streams.add(intervals(figures));
        streams.add(features(figures));
        streams.add(markers(figures));
        for (WaveformKind kind : WaveGrid.kinds(figures.session().events())) {
            streams.add(wave(figures.session().events(), kind));
        }
        try (OutputStream out = new BufferedOutputStream(OwnerOnly.newFile(target), 1 << 16)) {
            XdfWriter.write(about(figures), streams, out);
        }
    }

    private static Map<String, String> about(SessionFigures figures) {
        Map<String, String> about = new LinkedHashMap<>();
        ExportSession session = figures.session();
        if (session.startedAt() != null) {
            about.put("datetime", session.startedAt().toString());
        }
        StringBuilder method = new StringBuilder();
        for (MethodLine line : MethodText.all(figures)) {
            method.append(line.section())
                    .append(", ")
                    .append(line.name())
                    .append(": ")
                    .append(line.text())
                    .append('\n');
        }
        about.put("method", method.toString());
        return about;
    }

    private static XdfStream intervals(SessionFigures figures) {
        XdfStream stream = XdfStream.ofNumbers(
                "Soothe RR",
                "RR",
                0,
                List.of(
                        new Channel("rr", "ms"),
                        new Channel("rr_corrected", "ms"),
                        new Channel("arrival", "s"),
                        new Channel("segment", "")));
        int segment = 0;
        for (RawRow row : figures.raw()) {
            if (row.isPlaced()) {
                int beat = row.beatCount();
                segment += figures.beats().startsSegment(beat) ? 1 : 0;
                stream.add(
                        figures.beats().timeNs(beat) * S_PER_NS,
                        row.rrMs(),
                        figures.clean().correctedMs(beat),
                        row.arrivalNs() * S_PER_NS,
                        segment);
            }
        }
        return stream;
    }

    private static XdfStream features(SessionFigures figures) {
        List<Channel> channels = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 1; i < FeatureColumns.NAMES.size(); i++) {
            if (FeatureColumns.isNumber(i)) {
                channels.add(new Channel(FeatureColumns.NAMES.get(i), ""));
                columns.add(i);
            }
        }
        XdfStream stream = XdfStream.ofNumbers("Soothe features", kind(figures) + " features", 0, channels);
        for (SessionFigures.Tick tick : figures.ticks()) {
            @Nullable Object[] row = FeatureColumns.row(tick);
            double[] sample = new double[columns.size()];
            for (int c = 0; c < sample.length; c++) {
                sample[c] = number(row[columns.get(c)]);
            }
            stream.add(tick.snapshot().tickNs() * S_PER_NS, sample);
        }
        return stream;
    }

    /** HRV or PRV, which are never mixed up; where the beats come from is not known, neither. */
    private static String kind(SessionFigures figures) {
        return figures.source() == BeatSource.UNKNOWN ? "RR" : figures.source().variability();
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Measure measure) {
            return measure.orNaN();
        }
        return value instanceof Double number ? number : Double.NaN;
    }

    private static XdfStream markers(SessionFigures figures) {
        XdfStream stream = XdfStream.ofTexts("Soothe markers", "Markers", 1);
        for (Event event : figures.session().events()) {
            String text = event instanceof PhaseStart start
                    ? "Phase " + start.phase() + " " + start.breathing()
                    : EdfExport.text(event);
            if (!text.isEmpty()) {
                stream.add(event.timeNs() * S_PER_NS, text);
            }
        }
        return stream;
    }

    private static XdfStream wave(List<Event> events, WaveformKind kind) {
        XdfStream stream = null;
        for (Event event : events) {
            if (event instanceof Waveform wave && wave.kind() == kind) {
                if (stream == null) {
                    Channel channel = new Channel(EdfExport.name(kind), unit(kind));
                    stream = XdfStream.ofNumbers(
                            "Soothe " + EdfExport.name(kind), type(kind), wave.sampleRateHz(), List.of(channel));
                }
                for (int i = 0; i < wave.samples().size(); i++) {
                    stream.add(
                            wave.firstSampleNs() * S_PER_NS + i / wave.sampleRateHz(),
                            wave.samples().get(i));
                }
            }
        }
        if (stream == null) {
            throw new IllegalArgumentException("no wave of kind " + kind);
        }
        return stream;
    }

    private static String type(WaveformKind kind) {
        return switch (kind) {
            case ECG_MICROVOLT -> "ECG";
            case ACCELERATION_X_MILLI_G, ACCELERATION_Y_MILLI_G, ACCELERATION_Z_MILLI_G -> "ACC";
            case PULSE_COUNT -> "PPG";
        };
    }

    private static String unit(WaveformKind kind) {
        return kind == WaveformKind.ECG_MICROVOLT ? "microvolts" : EdfExport.unit(kind);
    }
}
