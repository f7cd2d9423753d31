package org.soothe.sensor.ble;

/**
 * How far apart the samples of one stream lie by the strap's clock. Not thread-safe; its owner guards it.
 *
 * <p>A strap's "130 Hz" are 128 to 131. The samples of a frame are spread evenly between the time of the frame before and its
 * own. Where these two give a rate more than 5 % off the nominal one (a frame is missing, the clock was set), the last good
 * rate stands.
 */
final class SampleSpread {

    private static final double TOLERANCE_RATIO = 0.05;

    private final double nominalNs;
    private double stepNs;
    private long lastNs;
    private boolean started;

    SampleSpread(double nominalHz) {
        this.nominalNs = 1e9 / nominalHz;
        this.stepNs = nominalNs;
    }

    /** Takes a frame into account. */
    void update(long lastSampleNs, int sampleCount) {
        double betweenNs = (double) (lastSampleNs - lastNs) / sampleCount;
        if (started && Math.abs(betweenNs - nominalNs) <= TOLERANCE_RATIO * nominalNs) {
            stepNs = betweenNs;
        }
        started = true;
        lastNs = lastSampleNs;
    }

    /** Returns the time of the first of some samples, by the strap's clock. */
    long firstSampleNs(int sampleCount) {
        return lastNs - Math.round(stepNs * (sampleCount - 1));
    }

    /** Returns the rate that the last frames showed. */
    double rateHz() {
        return 1e9 / stepNs;
    }
}
