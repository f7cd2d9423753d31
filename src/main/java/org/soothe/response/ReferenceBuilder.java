package org.soothe.response;

import org.soothe.breathing.RespirationSource;
import org.soothe.response.FeatureReference.Medians;

/**
 * Collects the windows of a running reference phase. Not thread-safe; fixed size, allocates nothing after construction.
 * Of a very long phase the newest {@value #CAPACITY} windows (about 25 min) count.
 */
final class ReferenceBuilder {

    private static final int CAPACITY = 300;
    private static final long WINDOW_NS = 60_000_000_000L;
    private static final long TICK_NS = 5_000_000_000L;
    private static final long SHORTEST_NS = 180_000_000_000L;

    /** Share of the windows of the phase that must be readable. */
    private static final double LEAST_SHARE = 0.8;

    /** Least share of windows with a known breathing rate for the phase to have one. */
    private static final double BREATHING_SHARE = 0.25;

    private final Breathing breathing = new Breathing();
    private final double[] heartRateBpm = new double[CAPACITY];
    private final double[] lnRmssd = new double[CAPACITY];
    private final double[] lnRsa = new double[CAPACITY];
    private final double[] breathPerMin = new double[CAPACITY];
    private final double[] lnSwing = new double[CAPACITY];
    private final double[] smoothnessRatio = new double[CAPACITY];
    private final double[] depth = new double[CAPACITY];
    private final double[] work = new double[CAPACITY];
    private RespirationSource depthSource = RespirationSource.NONE;
    private long fromNs;
    private long count;

    void begin(long timeNs) {
        fromNs = timeNs;
        count = 0;
    }

    /** Takes one window; a pace that is not the one of the windows before starts the phase anew. */
    void add(TickFeatures now, Breathing how, long tickNs) {
        if (count == 0) {
            breathing.set(how);
        } else if (!breathing.matches(how)) {
            begin(tickNs);
            return;
        }
        int at = (int) (count % CAPACITY);
        heartRateBpm[at] = now.heartRateBpm();
        lnRmssd[at] = now.lnRmssd();
        lnRsa[at] = now.lnRsa();
        breathPerMin[at] = now.breathPerMin();
        lnSwing[at] = now.lnSwing();
        smoothnessRatio[at] = now.smoothnessRatio();
        depth[at] = now.depth();
        depthSource = now.depthSource();
        count++;
    }

    /** Returns whether a window that ends at the tick lies in the phase. */
    boolean holds(long tickNs) {
        return tickNs - WINDOW_NS >= fromNs;
    }

    /** Writes the finished phase into a reference, which says itself whether it is usable. */
    void finish(Reference target, Breathing how, long toNs) {
        int n = (int) Math.min(count, CAPACITY);
        target.fromNs = fromNs;
        target.toNs = toNs;
        target.breathing.set(n > 0 ? breathing : how);
        long expected = (toNs - fromNs - WINDOW_NS) / TICK_NS;
        target.usable = toNs - fromNs >= SHORTEST_NS && count >= LEAST_SHARE * expected && n > 0;
        if (!target.usable) {
            target.heartRateBpm.clear();
            target.lnRmssd.clear();
            target.lnRsa.clear();
            return;
        }
        target.heartRateBpm.read(heartRateBpm, n, work);
        target.lnRmssd.read(lnRmssd, n, work);
        target.lnRsa.read(lnRsa, n, work);
        int known = finite(breathPerMin, n);
        target.breathPerMin = known >= BREATHING_SHARE * n ? Medians.ofFirst(work, known) : Double.NaN;
        int deep = finite(depth, n);
        target.depth = deep >= BREATHING_SHARE * n ? Medians.ofFirst(work, deep) : Double.NaN;
        target.depthSource = depthSource;
        target.lnSwing = Medians.ofFirst(work, finite(lnSwing, n));
        target.smoothnessRatio = Medians.ofFirst(work, finite(smoothnessRatio, n));
    }

    /** Copies the finite numbers to the workspace. */
    private int finite(double[] values, int n) {
        int known = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(values[i])) {
                work[known++] = values[i];
            }
        }
        return known;
    }
}
