package org.soothe.response;

import org.soothe.breathing.RespirationSource;

/**
 * A reference phase: how it was breathed, when it was, and each feature over its windows. Not thread-safe; filled once by
 * {@link ReferenceBuilder} and then only read.
 */
final class Reference {

    static final long PREFERRED_NS = 300_000_000_000L;

    /** Change of mean depth that is worth a note (physiology basis 3.6). */
    private static final double LARGEST_DEPTH_CHANGE_RATIO = 0.3;

    final Breathing breathing = new Breathing();
    final FeatureReference heartRateBpm = new FeatureReference(FeatureLaw.HEART_RATE);
    final FeatureReference lnRmssd = new FeatureReference(FeatureLaw.LN_RMSSD);
    final FeatureReference lnRsa = new FeatureReference(FeatureLaw.LN_RSA);

    /** Median breathing rate read from the heart in free breathing; NaN if it was seldom known. */
    double breathPerMin = Double.NaN;

    /** Median ln of the swing of a minute. */
    double lnSwing = Double.NaN;

    /** Median share of power in one slow wave. */
    double smoothnessRatio = Double.NaN;

    /** Median depth of breathing of its windows in the unit of its source; NaN if it was seldom known. */
    double depth = Double.NaN;

    RespirationSource depthSource = RespirationSource.NONE;

    long fromNs;
    long toNs;
    boolean usable;

    boolean isShort() {
        return toNs - fromNs < PREFERRED_NS;
    }

    /** How much further the heart swings within a minute than in the reference, ln. */
    double lnSwingChange(TickFeatures now) {
        return now.lnSwing() - lnSwing;
    }

    double ageS(long timeNs) {
        return (timeNs - toNs) / 1e9;
    }

    /** Returns whether breaths are more than 30 % deeper or shallower than here; false where either is not known. */
    boolean depthDiffers(TickFeatures now) {
        return now.depthSource() == depthSource && Math.abs(now.depth() - depth) > LARGEST_DEPTH_CHANGE_RATIO * depth;
    }

    double zH(TickFeatures now, long timeNs) {
        return heartRateBpm.z(now.heartRateBpm(), ageS(timeNs));
    }

    /** Vagal change: of lnRMSSD alone in free breathing; paced, the sum with lnRSA at the variance of their correlation. */
    double zV(TickFeatures now, long timeNs) {
        double z = lnRmssd.z(now.lnRmssd(), ageS(timeNs));
        return breathing.paced() ? combine(z, lnRsa.z(now.lnRsa(), ageS(timeNs))) : z;
    }

    /** sqrt(2 * 1.9): the standard deviation of the sum of two unit normals that correlate 0.9. */
    private static final double PAIR_SD = 1.9494;

    static double combine(double zRmssd, double zRsa) {
        return (zRmssd + zRsa) / PAIR_SD;
    }
}
