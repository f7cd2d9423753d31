package org.soothe.response;

import java.util.Arrays;

/**
 * The standardised change of heart rate alone (physiology basis 5.3), for recordings whose intervals are too sparse for any
 * variability. Not thread-safe.
 *
 * <ul>
 *   <li>Without a window in the reference: NaN.
 * </ul>
 */
public final class HeartRateReference {
    private final FeatureReference reference = new FeatureReference(FeatureLaw.HEART_RATE);
    private double[] windowsBpm = new double[64];
    private int count;
    private long endNs;

    /** Makes an empty reference. */
    public HeartRateReference() {}

    /** Takes a window of the reference that ends at a time. */
    public void add(long timeNs, double heartRateBpm) {
        if (count == windowsBpm.length) {
            windowsBpm = Arrays.copyOf(windowsBpm, 2 * count);
        }
        windowsBpm[count++] = heartRateBpm;
        endNs = timeNs;
        reference.read(windowsBpm, count, new double[count]);
    }

    /** Returns how many windows there are. */
    public int windowCount() {
        return count;
    }

    /** Returns the median of the windows, NaN of none. */
    public double medianBpm() {
        return reference.median();
    }

    /** Returns the standardised change of a window that ends at a later time. */
    public double z(long timeNs, double heartRateBpm) {
        return reference.z(heartRateBpm, Math.max(0, timeNs - endNs) / 1e9);
    }
}
