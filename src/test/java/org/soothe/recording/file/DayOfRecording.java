package org.soothe.recording.file;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.Samples;
import org.soothe.event.SensorContact;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.KeyRing;
import org.soothe.recording.vault.Keys;
import org.soothe.recording.vault.SealedKey;
import org.soothe.recording.vault.Sealer;
import org.soothe.time.NanoClock;

/**
 * Records a day with an electrocardiogram of 130 Hz and acceleration of 200 Hz as fast as it goes, and seeks in it: size, speed,
 * memory, time to open and to seek, and whether what is found by seeking is what recomputing gives. {@code
 * src/jmh/bash/day-of-recording} runs it; docs/benchmarks.md has figures.
 */
public final class DayOfRecording {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int ECG_BLOCK = 73;
    private static final int ACC_BLOCK = 36;
    private static final WaveformKind[] AXES = {
        WaveformKind.ACCELERATION_X_MILLI_G, WaveformKind.ACCELERATION_Y_MILLI_G, WaveformKind.ACCELERATION_Z_MILLI_G
    };

    private final SplittableRandom random = new SplittableRandom(24);
    private final int hours;
    private double phase;
    private double rrS = 0.9;

    private DayOfRecording(int hours) {
        this.hours = hours;
    }

    /**
     * Runs it.
     *
     * @param args folder, hours, plain or sealed; a fourth word leaves out the seeking
     * @throws Exception if a file cannot be written or read
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).resolve("day-" + args[2] + ".soothe");
        Files.deleteIfExists(file);
        Identity identity = Identity.random();
        SealedKey key = args[2].equals("sealed") ? new Sealer(null, List.of(identity.recipient())).fresh() : null;
        new DayOfRecording(Integer.parseInt(args[1])).record(file, key);
        if (args.length < 4) {
            seek(file, new Keys(List.of(identity), () -> null));
        }
    }

    private void record(Path file, @Nullable SealedKey key) throws IOException {
        SessionRecorder recorder = SessionRecorder.start(file, Made.info(), key, NanoClock.system(), state -> {});
        Engine engine = new Engine();
        long[] count = {0};
        long beganNs = System.nanoTime();
        events(event -> {
            engine.update(event);
            recorder.taken(event, engine.snapshot());
            count[0]++;
        });
        RecordingState state = recorder.end("over", List.of());
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        double megabytes = Files.size(file) / 1e6;
        say(
                "%s: %d h, %d events, %.1f MB, %.2f MB an hour, recorded in %.1f s (%.0f events a second), complete %s",
                file.getFileName(),
                hours,
                count[0],
                megabytes,
                megabytes / hours,
                seconds,
                count[0] / seconds,
                state instanceof RecordingState.Closed closed && closed.complete());
    }

    private void events(Consumer<Event> to) {
        long ecgSamples = 0;
        long accSamples = 0;
        double beatS = 0;
        for (long second = 1; second <= hours * 3600L; second++) {
            while ((ecgSamples + ECG_BLOCK) / 130.0 < second) {
                int[] samples = new int[ECG_BLOCK];
                for (int i = 0; i < ECG_BLOCK; i++) {
                    samples[i] = ecg();
                }
                to.accept(wave(ecgSamples / 130.0, WaveformKind.ECG_MICROVOLT, 130, samples));
                ecgSamples += ECG_BLOCK;
            }
            while ((accSamples + ACC_BLOCK) / 200.0 < second) {
                for (WaveformKind axis : AXES) {
                    int level = axis == AXES[2] ? 980 : 20;
                    int[] samples =
                            random.ints(ACC_BLOCK, level - 12, level + 12).toArray();
                    to.accept(wave(accSamples / 200.0, axis, 200, samples));
                }
                accSamples += ACC_BLOCK;
            }
            List<Integer> ticks = new ArrayList<>();
            while (beatS + rrS < second) {
                beatS += rrS;
                ticks.add((int) Math.round(rrS * 1024));
                rrS = 0.9 + 0.04 * Math.sin(beatS * 2 * Math.PI / 10) + 0.01 * (random.nextDouble() - 0.5);
            }
            to.accept(new RrPacket(
                    second * SECOND_NS,
                    SensorContact.PRESENT,
                    67,
                    RrIntervals.ofTicks1024(
                            ticks.stream().mapToInt(Integer::intValue).toArray())));
            if (second % 14_400 == 0) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                say(
                        "  hour %d: %.1f MB of memory in use",
                        second / 3600, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
            }
        }
    }

    private static Waveform wave(double firstS, WaveformKind kind, double rateHz, int[] samples) {
        long firstNs = Math.round(firstS * 1e9);
        long arrivalNs = Math.round((firstS + samples.length / rateHz) * 1e9);
        return new Waveform(arrivalNs, firstNs, kind, rateHz, Samples.of(samples));
    }

    /** A spike of 80 ms at each beat, a slow wave after it, and noise. */
    private int ecg() {
        phase += 1 / 130.0 / rrS;
        phase -= Math.floor(phase);
        double spike = Math.exp(-Math.pow((phase - 0.3) * rrS / 0.015, 2)) * 1200;
        double wave = Math.exp(-Math.pow((phase - 0.6) * rrS / 0.06, 2)) * 250;
        return (int) Math.round(spike + wave + (random.nextDouble() - 0.5) * 30);
    }

    private static void seek(Path path, KeyRing ring) throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        double[] opened = new double[40];
        double[] sought = new double[40];
        double[] busy = new double[40];
        long lengthNs;
        try (SessionFile file = SessionFile.open(path, ring)) {
            List<Place> places = file.places();
            lengthNs = places.get(places.size() - 1).timeNs();
        }
        for (int i = 0; i < opened.length; i++) {
            long beganNs = System.nanoTime();
            long beganCpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (SessionFile file = SessionFile.open(path, ring)) {
                file.places();
                opened[i] = (System.nanoTime() - beganNs) / 1e6;
                new SessionPlayer(file).at(random.nextLong(lengthNs)).engine().snapshot();
                sought[i] = (System.nanoTime() - beganNs) / 1e6;
                busy[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - beganCpuNs) / 1e6;
            }
        }
        say(
                "  opening: median %.0f ms, longest %.0f ms; opening and seeking: median %.0f ms, longest %.0f ms;"
                        + " of that on the processor: median %.0f ms, longest %.0f ms",
                median(opened),
                opened[opened.length - 1],
                median(sought),
                sought[sought.length - 1],
                median(busy),
                busy[busy.length - 1]);
        say("  %d of 24 places are the same by seeking and by recomputing", same(path, ring, lengthNs));
    }

    private static int same(Path path, KeyRing ring, long lengthNs) throws Exception {
        FlatRecord kept = new FlatRecord();
        FlatRecord recomputed = new FlatRecord();
        int same = 0;
        try (SessionFile file = SessionFile.open(path, ring)) {
            SessionPlayer.Moment whole = new SessionPlayer(file, false).at(Long.MIN_VALUE);
            for (int i = 0; i < 24; i++) {
                long timeNs = lengthNs / 24 * i + 17 * SECOND_NS;
                whole.to(timeNs);
                Engine engine = new SessionPlayer(file).at(timeNs).engine();
                same += kept.of(engine.snapshot())
                                .equals(recomputed.of(whole.engine().snapshot()))
                        ? 1
                        : 0;
            }
        }
        return same;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
