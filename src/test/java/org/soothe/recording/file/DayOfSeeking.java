package org.soothe.recording.file;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.soothe.engine.Engine;
import org.soothe.recording.vault.KeyRing;

/** Opens a long recording and seeks in it again and again. Stateless. */
final class DayOfSeeking {
    private static final int PLACES = 200;
    private static final int CHECKED = 100;

    private DayOfSeeking() {}

    static void run(Path path, KeyRing ring) throws Exception {
        long lengthNs = lengthNs(path, ring);
        SplittableRandom random = new SplittableRandom(5);
        // The first of a program loads its code; it is told apart.
        double[] opened = new double[PLACES + 1];
        double[] sought = new double[PLACES + 1];
        double[] busy = new double[PLACES + 1];
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        for (int i = 0; i <= PLACES; i++) {
            long beganNs = System.nanoTime();
            try (SessionFile file = SessionFile.open(path, ring)) {
                file.places();
                long openNs = System.nanoTime();
                long busyNs = processor.getCurrentThreadCpuTime();
                opened[i] = (openNs - beganNs) / 1e6;
                new SessionPlayer(file).at(random.nextLong(lengthNs)).engine().snapshot();
                sought[i] = (System.nanoTime() - openNs) / 1e6;
                busy[i] = (processor.getCurrentThreadCpuTime() - busyNs) / 1e6;
            }
        }
        DayOfRecording.row("opening, first of the program", "%.0f ms", opened[0]);
        DayOfRecording.row("seeking, first of the program", "%.0f ms", sought[0]);
        DayOfRecording.row("opening, " + PLACES + " times", "%s", text(opened));
        DayOfRecording.row("seeking, " + PLACES + " times", "%s", text(sought));
        DayOfRecording.row("of that on the processor", "%s", text(busy));
        same(path, ring, lengthNs);
    }

    private static long lengthNs(Path path, KeyRing ring) throws Exception {
        try (SessionFile file = SessionFile.open(path, ring)) {
            return file.places().get(file.places().size() - 1).timeNs();
        }
    }

    private static void same(Path path, KeyRing ring, long lengthNs) throws Exception {
        FlatRecord kept = new FlatRecord();
        FlatRecord recomputed = new FlatRecord();
        SplittableRandom random = new SplittableRandom(6);
        long[] placesNs = random.longs(CHECKED, 0, lengthNs).sorted().toArray();
        int same = 0;
        long recomputedNs = 0;
        try (SessionFile file = SessionFile.open(path, ring)) {
            SessionPlayer player = new SessionPlayer(file);
            SessionPlayer.Moment whole = new SessionPlayer(file, false).at(Long.MIN_VALUE);
            for (long placeNs : placesNs) {
                long beganNs = System.nanoTime();
                whole.to(placeNs);
                recomputedNs += System.nanoTime() - beganNs;
                Engine engine = player.at(placeNs).engine();
                boolean equal = kept.of(engine.snapshot())
                        .equals(recomputed.of(whole.engine().snapshot()));
                same += equal ? 1 : 0;
            }
        }
        DayOfRecording.row("same by seeking and by recomputing", "%d of %d places", same, CHECKED);
        DayOfRecording.row(
                "recomputing all of it",
                "%.0f s; %.0f times real time",
                recomputedNs / 1e9,
                1.0 * lengthNs / recomputedNs);
    }

    private static String text(double[] all) {
        double[] ms = Arrays.copyOfRange(all, 1, all.length);
        Arrays.sort(ms);
        return String.format(
                java.util.Locale.ROOT,
                "median %.0f ms, 99 in 100 at most %.0f ms, longest %.0f ms",
                ms[ms.length / 2],
                ms[ms.length * 99 / 100],
                ms[ms.length - 1]);
    }
}
