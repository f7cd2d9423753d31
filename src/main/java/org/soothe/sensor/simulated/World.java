package org.soothe.sensor.simulated;

/**
 * Immutable. The laws under which simulated persons live; several worlds, so that a detector is not only fitted to one.
 *
 * @param drift law of the slow drift of heart rate and of ln RSA amplitude
 * @param driftSdRatio factor on every drift standard deviation
 * @param driftTauRatio factor on the time constant of the fast drift
 * @param driftCorrelationRatio correlation of the drift innovations of heart rate and ln amplitude
 * @param waveHz frequency of the blood-pressure wave
 * @param waveHalfWidthHz half width at half power of the wave's spectral peak; 10.1 leaves it open, and 0.0194 (pole radius
 *     0.97 at 4 Hz) gives the figures for adherence that 8.2 states
 * @param beatNoise law of the white beat noise
 * @param onsetMinNs earliest begin of a response after the phase marker
 * @param onsetMaxNs latest begin of a response after the phase marker
 */
public record World(
        DriftLaw drift,
        double driftSdRatio,
        double driftTauRatio,
        double driftCorrelationRatio,
        double waveHz,
        double waveHalfWidthHz,
        BeatNoise beatNoise,
        long onsetMinNs,
        long onsetMaxNs) {

    /** Law of the slow drift. */
    public enum DriftLaw {
        /** Ornstein-Uhlenbeck plus random walk (physiology 10.1). */
        OU_AND_WALK,
        /** 1/f noise of the same variance over 300 s. */
        ONE_OVER_F
    }

    /** Law of the white beat noise. */
    public enum BeatNoise {
        /** Normal. */
        GAUSSIAN,
        /** Three degrees of freedom, unit variance: now and then a beat far out. */
        STUDENT_T,
        /** Two-sided exponential, unit variance. */
        LAPLACE
    }

    /** Physiology 10.1, responses 10 to 40 s after the marker (5.6). */
    public static final World STANDARD = new World(
            DriftLaw.OU_AND_WALK, 1.0, 1.0, -0.5, 0.095, 0.0194, BeatNoise.GAUSSIAN, seconds(10), seconds(40));

    /** Physiology 10.1 with late responses (1 to 3 minutes after the marker). */
    public static final World LATE = STANDARD.withOnset(seconds(60), seconds(180));

    /** The altered world: everything that a fitted detector might lean on is different. */
    public static final World ALTERED = new World(
            DriftLaw.ONE_OVER_F, 1.5, 1.0, 0.0, 0.080, 0.0194, BeatNoise.STUDENT_T, seconds(10), seconds(230));

    /**
     * A third world, fixed before any detector was run in it (docs/decisions/0055): drift 1.25 times as large, its fast part
     * twice as slow, the wave at 0.11 Hz and twice as broad, Laplace beats.
     */
    public static final World THIRD = new World(
            DriftLaw.OU_AND_WALK, 1.25, 2.0, -0.5, 0.110, 0.0388, BeatNoise.LAPLACE, seconds(10), seconds(40));

    /** The same world with responses 1 to 3 minutes after the marker. */
    public World late() {
        return withOnset(LATE.onsetMinNs, LATE.onsetMaxNs);
    }

    /** The same world with another range of onsets. */
    public World withOnset(long minNs, long maxNs) {
        return new World(
                drift,
                driftSdRatio,
                driftTauRatio,
                driftCorrelationRatio,
                waveHz,
                waveHalfWidthHz,
                beatNoise,
                minNs,
                maxNs);
    }

    private static long seconds(long s) {
        return s * 1_000_000_000L;
    }
}
