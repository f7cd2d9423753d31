package org.soothe.recording.formats.export;

import java.util.Arrays;
import java.util.List;
import org.soothe.artifact.NnSeries;

/**
 * The accepted intervals and the RSA amplitude on even grids from time 0 on, NaN where nothing is known. Stateless.
 *
 * <p>Between two beats the interval goes straight from the one to the other; before the first beat after a gap its own
 * interval holds; across a gap there is nothing.
 */
final class HeartGrid {
    private static final double NS_PER_MS = 1e6;

    /** Samples per second of the interval and the heart rate. */
    static final int RATE_HZ = 4;

    private HeartGrid() {}

    static double[] rrMs(NnSeries nn) {
        int size = nn.size();
        double[] grid = new double[size == 0 ? 0 : Math.max(0, slotBefore(nn.timeNs(size - 1)) + 1)];
        Arrays.fill(grid, Double.NaN);
        for (int i = 0; i < size; i++) {
            boolean joined = i > 0 && !nn.followsGap(i);
            long toNs = nn.timeNs(i);
            long fromNs = joined ? nn.timeNs(i - 1) : toNs - Math.round(nn.nnMs(i) * NS_PER_MS);
            double fromMs = joined ? nn.nnMs(i - 1) : nn.nnMs(i);
            for (int slot = Math.max(0, slotBefore(fromNs)); slot <= slotBefore(toNs); slot++) {
                double share = toNs > fromNs ? (slotNs(slot) - fromNs) / (double) (toNs - fromNs) : 1;
                if (share >= 0) {
                    grid[slot] = fromMs + share * (nn.nnMs(i) - fromMs);
                }
            }
        }
        return grid;
    }

    /** Returns the RSA amplitude second by second: what the last tick said, for as long as it is the last one. */
    static double[] rsaMs(List<SessionFigures.Tick> ticks) {
        int size = ticks.isEmpty()
                ? 0
                : (int) Math.max(0, ticks.get(ticks.size() - 1).snapshot().tickNs() / 1_000_000_000L + 5);
        double[] grid = new double[size];
        Arrays.fill(grid, Double.NaN);
        for (SessionFigures.Tick tick : ticks) {
            int from = (int) (tick.snapshot().tickNs() / 1_000_000_000L);
            for (int i = Math.max(0, from); i < Math.min(size, from + 5); i++) {
                grid[i] = tick.snapshot().paced().rsaAmplitudeMs().orNaN();
            }
        }
        return grid;
    }

    private static int slotBefore(long timeNs) {
        return (int) Math.floorDiv(timeNs * RATE_HZ, 1_000_000_000L);
    }

    private static long slotNs(int slot) {
        return slot * (1_000_000_000L / RATE_HZ);
    }
}
