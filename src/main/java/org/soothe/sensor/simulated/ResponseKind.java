package org.soothe.sensor.simulated;

/** What the body of a simulated person does in the phase; ranges of change are uniform (physiology 5.6). */
public enum ResponseKind {
    /** No response. */
    NEUTRAL(0, 0, 0, 0),
    /** Moderate threat. */
    THREAT(3, 8, -0.70, -0.25),
    /** Small threat. */
    SMALL_THREAT(2, 4, -0.35, -0.15),
    /** Towards calm. */
    SOOTHING(-5, -2, 0.15, 0.45),
    /** Drive: heart rate up, swing as before. */
    DRIVE(3, 8, 0, 0);

    /** Length of the linear rise of a response, s (physiology 5.6). */
    public static final double RAMP_S = 30;

    private final double heartRateMinBpm;
    private final double heartRateMaxBpm;
    private final double lnSwingMin;
    private final double lnSwingMax;

    ResponseKind(double heartRateMinBpm, double heartRateMaxBpm, double lnSwingMin, double lnSwingMax) {
        this.heartRateMinBpm = heartRateMinBpm;
        this.heartRateMaxBpm = heartRateMaxBpm;
        this.lnSwingMin = lnSwingMin;
        this.lnSwingMax = lnSwingMax;
    }

    /** One person's response of this kind. */
    Response draw(NormalSource random, World world) {
        return new Response(
                random.uniform(heartRateMinBpm, heartRateMaxBpm),
                random.uniform(lnSwingMin, lnSwingMax),
                Math.round(random.uniform((double) world.onsetMinNs(), (double) world.onsetMaxNs())));
    }

    /**
     * A response of one person. Immutable.
     *
     * @param heartRateBpm change of heart rate at full height
     * @param lnSwing change of ln RSA amplitude at full height
     * @param onsetNs begin of the rise after the phase marker
     */
    public record Response(double heartRateBpm, double lnSwing, long onsetNs) {
        /** Share of full height reached at a time after the marker. */
        double share(double sinceMarkerS) {
            return Math.min(1, Math.max(0, (sinceMarkerS - onsetNs / 1e9) / RAMP_S));
        }
    }
}
