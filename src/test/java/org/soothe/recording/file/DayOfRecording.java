package org.soothe.recording.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.recording.vault.Identity;
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
    private static final int HOURS_BETWEEN = 2;

    /** So that what is measured is what the program keeps, not what waits between two threads. */
    private static final long WAITING_BYTES = 4L << 20;

    private final int hours;
    private final SessionRecorder recorder;
    private final Engine engine = new Engine();
    private long eventCount;

    private DayOfRecording(int hours, Path file, @Nullable SealedKey key) throws IOException {
        this.hours = hours;
        this.recorder = SessionRecorder.startAsLive(file, Made.info(), key, WAITING_BYTES, NanoClock.system());
    }

    /**
     * Runs it.
     *
     * @param args folder, hours, plain or sealed
     * @throws Exception if a file cannot be written or read
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).resolve("day-" + args[2] + ".soothe");
        Files.deleteIfExists(file);
        Identity identity = Identity.random();
        SealedKey key = args[2].equals("sealed") ? new Sealer(null, List.of(identity.recipient())).fresh() : null;
        new DayOfRecording(Integer.parseInt(args[1]), file, key).record(file);
        DayOfSeeking.run(file, new Keys(List.of(identity), () -> null));
    }

    private void record(Path file) throws IOException {
        say("%s, %d h", file.getFileName(), hours);
        WornStrap strap = new WornStrap(24);
        long beganNs = System.nanoTime();
        long restedNs = 0;
        for (int hour = 1; hour <= hours; hour++) {
            strap.hour(event -> {
                engine.update(event);
                recorder.taken(event, engine.snapshot());
                eventCount++;
            });
            if (hour % HOURS_BETWEEN == 0) {
                long restNs = System.nanoTime();
                say("  hour %2d: %6.1f MB of memory in use, %6.1f MB of file", hour, inUse(), Files.size(file) / 1e6);
                restedNs += System.nanoTime() - restNs;
            }
        }
        boolean complete = recorder.end("over", List.of()) instanceof RecordingState.Closed closed && closed.complete();
        double seconds = (System.nanoTime() - beganNs - restedNs) / 1e9;
        double megabytes = Files.size(file) / 1e6;
        say(
                "  %d events in %.1f s: %.0f events a second; %.1f MB, %.2f MB an hour, %.2f MB a second; complete: %s",
                eventCount, seconds, eventCount / seconds, megabytes, megabytes / hours, megabytes / seconds, complete);
    }

    /** Returns how much memory is in use after a collection. */
    private static double inUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
