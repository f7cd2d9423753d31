package org.soothe.recording.file;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReports;
import org.soothe.engine.Snapshot;
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
    private final PhaseReports reports = new PhaseReports();
    private final Engine engine = new Engine();
    private long eventCount;

    private DayOfRecording(int hours, Path file, @Nullable SealedKey key) throws IOException {
        this.hours = hours;
        this.recorder = SessionRecorder.startAsLive(file, Made.info(), key, WAITING_BYTES, NanoClock.system());
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
        new DayOfRecording(Integer.parseInt(args[1]), file, key).record(file);
        if (args.length < 4) {
            DayOfSeeking.run(file, new Keys(List.of(identity), () -> null));
        }
    }

    private void record(Path file) throws IOException {
        WornStrap strap = new WornStrap(24);
        List<String> memory = new ArrayList<>();
        long beganNs = System.nanoTime();
        for (int hour = 1; hour <= hours; hour++) {
            strap.hour(event -> {
                engine.update(event);
                Snapshot snapshot = engine.snapshot();
                recorder.taken(event, snapshot);
                reports.taken(event, snapshot);
                eventCount++;
            });
            if (hour % HOURS_BETWEEN == 0) {
                memory.add(String.format(Locale.ROOT, "%.0f", inUse()));
                System.err.printf("%s: hour %d, %s MB in use%n", file, hour, memory.get(memory.size() - 1));
            }
        }
        boolean complete =
                recorder.end("over", reports.reports()) instanceof RecordingState.Closed closed && closed.complete();
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        double megabytes = Files.size(file) / 1e6;
        row("events recorded, complete file", "%d, %s", eventCount, complete ? "yes" : "NO");
        row("size; an hour of it", "%.1f MB; %.2f MB", megabytes, megabytes / hours);
        row("recorded in; events a second", "%.0f s; %.0f", seconds, eventCount / seconds);
        row("written a second", "%.2f MB", megabytes / seconds);
        row("memory in use every " + HOURS_BETWEEN + " h", "%s MB", String.join(", ", memory));
    }

    /** Returns how much of the heap the newest collection left, in megabytes; what came since does not count. */
    private static double inUse() {
        System.gc();
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        GcInfo newest = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .orElseThrow();
        return newest.getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> heap.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum()
                / 1e6;
    }

    /** Prints a row of the table: what, and its value. */
    static void row(String name, String format, Object... values) {
        System.out.println(name + "\t" + String.format(Locale.ROOT, format, values));
    }
}
