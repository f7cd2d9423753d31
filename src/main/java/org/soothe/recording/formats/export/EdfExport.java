package org.soothe.recording.formats.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.SelfReport;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.event.WaveformKind;
import org.soothe.recording.formats.edf.EdfAnnotation;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfSignal;
import org.soothe.recording.formats.edf.EdfWriter;

/**
 * EDF+: interval, heart rate, RSA and waves as signals; every raw beat, phases, markers, ratings and the method as
 * annotations. The smallest number of each signal says that nothing is known there. Stateless.
 *
 * <p>The annotation of an interval begins with the beat before it and lasts as long as the interval, to the nanosecond. Its
 * text names the class alone, because common readers take no more than 256 different texts.
 */
final class EdfExport {
    private static final int LOWEST = -32768;
    private static final int HIGHEST = 32767;
    private static final int LEVELS = HIGHEST - LOWEST;

    private EdfExport() {}

    static void write(SessionFigures figures, Path target) throws IOException {
        List<EdfSignal> signals = new ArrayList<>();
        double[] rrMs = HeartGrid.rrMs(figures.clean());
        signals.add(heart("RR", "ms", 0.05, HeartGrid.RATE_HZ, rrMs));
        double[] bpm = new double[rrMs.length];
        for (int i = 0; i < bpm.length; i++) {
            bpm[i] = 60_000 / rrMs[i];
        }
        signals.add(heart("HR", "bpm", 0.005, HeartGrid.RATE_HZ, bpm));
        signals.add(heart("RSA", "ms", 0.01, 1, HeartGrid.rsaMs(figures.ticks())));
        List<EdfAnnotation> annotations = annotations(figures);
        for (WaveformKind kind : WaveGrid.kinds(figures.session().events())) {
            WaveGrid grid = WaveGrid.of(figures.session().events(), kind);
            signals.add(wave(grid));
            for (long[] gap : grid.gaps()) {
                annotations.add(new EdfAnnotation(gap[0], gap[1] - gap[0], "Missing " + name(kind)));
            }
        }
        annotations.sort(Comparator.comparingLong(EdfAnnotation::onsetNs));
        EdfFile file = new EdfFile(
                figures.session().subject(),
                "Soothe_" + figures.session().version(),
                local(figures.session().startedAt()),
                signals,
                annotations,
                1_000_000_000L,
                List.of());
        try (OutputStream out = new BufferedOutputStream(OwnerOnly.newFile(target), 1 << 16)) {
            EdfWriter.write(file, out);
        }
    }

    private static @Nullable LocalDateTime local(@Nullable Instant start) {
        return start == null ? null : LocalDateTime.ofInstant(start, ZoneOffset.UTC);
    }

    /** A signal that begins at 0, which stands for "not known". */
    private static EdfSignal heart(String label, String unit, double step, int rateHz, double[] values) {
        short[] samples = new short[values.length];
        for (int i = 0; i < samples.length; i++) {
            double level = Math.rint(values[i] / step);
            boolean known = level >= 1 && level <= LEVELS;
            samples[i] = (short) (known ? LOWEST + (int) level : LOWEST);
        }
        return new EdfSignal(label, unit, 0, LEVELS * step, LOWEST, HIGHEST, rateHz, samples);
    }

    /** A wave: number for number where 16 bits hold it, else in steps. */
    private static EdfSignal wave(WaveGrid grid) {
        long max = 1;
        for (int i = 0; i < grid.size(); i++) {
            if (grid.sample(i) != WaveGrid.MISSING) {
                max = Math.max(max, Math.abs((long) grid.sample(i)));
            }
        }
        double step = max <= HIGHEST ? 1 : Math.ceil((double) max / HIGHEST);
        short[] samples = new short[grid.size()];
        for (int i = 0; i < samples.length; i++) {
            boolean known = grid.sample(i) != WaveGrid.MISSING;
            samples[i] = (short) (known ? Math.round(grid.sample(i) / step) : LOWEST);
        }
        return new EdfSignal(
                name(grid.kind()),
                unit(grid.kind()),
                LOWEST * step,
                HIGHEST * step,
                LOWEST,
                HIGHEST,
                grid.rateHz(),
                samples);
    }

    static String name(WaveformKind kind) {
        return switch (kind) {
            case ECG_MICROVOLT -> "ECG";
            case ACCELERATION_X_MILLI_G -> "Accel X";
            case ACCELERATION_Y_MILLI_G -> "Accel Y";
            case ACCELERATION_Z_MILLI_G -> "Accel Z";
            case PULSE_COUNT -> "Pulse";
        };
    }

    static String unit(WaveformKind kind) {
        return switch (kind) {
            case ECG_MICROVOLT -> "uV";
            case ACCELERATION_X_MILLI_G, ACCELERATION_Y_MILLI_G, ACCELERATION_Z_MILLI_G -> "mG";
            case PULSE_COUNT -> "";
        };
    }

    private static List<EdfAnnotation> annotations(SessionFigures figures) {
        List<EdfAnnotation> annotations = new ArrayList<>();
        for (MethodLine line : MethodText.all(figures)) {
            annotations.add(EdfAnnotation.at(0, "Method " + line.section() + ", " + line.name() + ": " + line.text()));
        }
        for (RawRow row : figures.raw()) {
            if (row.isPlaced()) {
                int beat = row.beatCount();
                long lengthNs = Math.round(row.rrMs() * 1e6);
                annotations.add(new EdfAnnotation(
                        figures.clean().rawTimeNs(beat) - lengthNs,
                        lengthNs,
                        "RR " + figures.clean().beatClass(beat)
                                + (figures.clean().rawStartsSegment(beat) ? " after a gap" : "")));
            }
        }
        for (PhaseSpan phase : figures.phases()) {
            annotations.add(new EdfAnnotation(
                    phase.start().timeNs(),
                    phase.endNs() - phase.start().timeNs(),
                    "Phase " + phase.start().phase() + " " + phase.start().breathing()));
        }
        for (Event event : figures.session().events()) {
            String text = text(event);
            if (!text.isEmpty()) {
                annotations.add(EdfAnnotation.at(event.timeNs(), text));
            }
        }
        return annotations;
    }

    /** Returns an event in words, empty for those that stand elsewhere. */
    static String text(Event event) {
        if (event instanceof Marker marker) {
            return ("Marker " + marker.kind() + " " + marker.text()).strip();
        }
        if (event instanceof SelfReport report) {
            return "Rating " + report.item() + " " + report.ratingCount();
        }
        if (event instanceof PacerSetting pacer) {
            return pacer.mode() == PacerMode.OFF
                    ? "Pacer OFF"
                    : "Pacer " + pacer.mode() + " " + Decimal.of(pacer.ratePerMin()) + " per minute";
        }
        if (event instanceof SensorStatus status) {
            return "Sensor " + status.state() + " " + status.reason();
        }
        if (event instanceof SensorIdentity identity) {
            return "Sensor is " + identity.name() + ", " + identity.source().words();
        }
        return "";
    }
}
