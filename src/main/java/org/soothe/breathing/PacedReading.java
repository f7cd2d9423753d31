package org.soothe.breathing;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

/**
 * What a stretch of beats says about the heart on the pacer: RSA amplitude, adherence, phase locking, each with its
 * reason where it is withheld. Not thread-safe; owned by the thread that owns the engine. {@link #read} allocates
 * nothing.
 *
 * <p>Least data: 4 breaths of the pacer and 30 uncorrected accepted beats that cover 0.8 of the stretch, of which the
 * time before the pacer began is no part. Where that is not met, everything is withheld.
 */
public final class PacedReading {

    static final double MIN_BREATHS = 4;
    static final int MIN_BEATS = 30;
    static final double MIN_COVERAGE = 0.8;

    /** Below this amplitude the heart says too little about the breath, milliseconds. */
    static final double LOW_RSA_MS = 5;

    /** Rounding that a count of breaths may carry. */
    private static final double BREATH_ROUNDING = 1e-6;

    private static final double MS_PER_NS = 1e-6;

    private final PacedBeats beats;
    private final PacerRegression regression;
    private final PhaseLocking locking;
    private @Nullable WithheldReason withheld = WithheldReason.NO_PACER;
    private boolean lowRsa;
    private double plv = Double.NaN;

    /**
     * Makes a reading with nothing read.
     *
     * @param capacity how many beats it can read; older ones are left out
     */
    public PacedReading(int capacity) {
        this.beats = new PacedBeats(capacity);
        this.regression = new PacerRegression(capacity);
        this.locking = new PhaseLocking(capacity);
    }

    /**
     * Reads a stretch of a recording; phase locking over all its complete cycles.
     *
     * @param nn the intervals
     * @param track the pacers that were in force
     * @param fromNs start of the stretch, not part of it
     * @param toNs end of the stretch, part of it
     */
    public void read(NnSeries nn, PacerTrack track, long fromNs, long toNs) {
        double firstCycle = StrictMath.ceil(track.breathCount(Math.max(fromNs, track.runningSinceNs(toNs))));
        read(nn, track, fromNs, toNs, firstCycle, fromNs, Double.NaN);
    }

    /**
     * Reads the beats in (from, to]; phase locking over the cycles from {@code firstCycle} on, which may begin before
     * that, but not before {@code oldestNs}.
     */
    void read(
            NnSeries nn,
            PacerTrack track,
            long fromNs,
            long toNs,
            double firstCycle,
            long oldestNs,
            double referenceRsaMs) {
        regression.clear();
        plv = Double.NaN;
        lowRsa = false;
        double endCount = track.breathCount(toNs);
        if (Double.isNaN(endCount)) {
            withheld = WithheldReason.NO_PACER;
            return;
        }
        long sinceNs = track.runningSinceNs(toNs);
        long startNs = Math.max(fromNs, sinceNs);
        if (endCount - track.breathCount(startNs) < MIN_BREATHS - BREATH_ROUNDING) {
            withheld = sinceNs > fromNs ? WithheldReason.PACER_JUST_CHANGED : WithheldReason.WINDOW_TOO_SHORT;
            return;
        }
        beats.read(nn, track, Math.min(startNs, Math.max(oldestNs, sinceNs)), toNs);
        int count = beats.countYoungerThan((toNs - startNs) / 1e9);
        withheld = tooLittle(count, (toNs - startNs) * MS_PER_NS);
        if (withheld != null) {
            return;
        }
        if (!regression.fit(beats, count)) {
            withheld = WithheldReason.NO_VARIATION;
            return;
        }
        lowRsa = (Double.isNaN(referenceRsaMs) ? regression.amplitudeMs() : referenceRsaMs) < LOW_RSA_MS;
        // A cycle is complete where a beat after it is known, not where its time is over: decisions on beats lag.
        locking.read(beats, firstCycle, beats.breathCount(0));
        plv = locking.value();
    }

    /** Withholds all of it for a reason that lies in the signal as a whole; without a pacer nothing changes. */
    public void withhold(WithheldReason reason) {
        if (withheld == WithheldReason.NO_PACER) {
            return;
        }
        regression.clear();
        plv = Double.NaN;
        lowRsa = false;
        withheld = reason;
    }

    private @Nullable WithheldReason tooLittle(int count, double stretchMs) {
        if (count < MIN_BEATS) {
            return WithheldReason.TOO_FEW_BEATS;
        }
        double coveredMs = 0;
        for (int i = 0; i < count; i++) {
            coveredMs += beats.rrMs(i);
        }
        return coveredMs < MIN_COVERAGE * stretchMs ? WithheldReason.LOW_COVERAGE : null;
    }

    /** Returns why everything is withheld, or null where the RSA amplitude is there. */
    public @Nullable WithheldReason withheldReason() {
        return withheld;
    }

    /** Returns ln of the RSA amplitude in milliseconds, of 0.5 where it is less; NaN where it is withheld. */
    public double lnRsa() {
        return regression.lnRsa();
    }

    /** Returns the RSA amplitude, half peak to peak, milliseconds; NaN where it is withheld. */
    public double rsaAmplitudeMs() {
        return regression.amplitudeMs();
    }

    /** Returns the power of the RSA, square milliseconds; NaN where it is withheld. */
    public double rsaPowerMs2() {
        return regression.powerMs2();
    }

    /** Returns the phase of the pacer at which the heart is slowest, radians from -pi to pi; NaN where withheld. */
    public double lagRadians() {
        return regression.lagRadians();
    }

    /** Returns the share of the detrended variance that follows the pacer, 0 to 1; NaN where it is withheld. */
    public double r2Ratio() {
        return regression.r2();
    }

    /** Returns why R2 is withheld, or null where it is there. */
    public @Nullable WithheldReason r2Reason() {
        return withheld == null && Double.isNaN(regression.r2()) ? WithheldReason.NO_VARIATION : withheld;
    }

    /** Returns whether the heart follows the pacer; UNKNOWN where {@link #adherenceReason} says why. */
    public Adherence adherence() {
        return adherenceReason() == null ? Adherence.of(regression.r2()) : Adherence.UNKNOWN;
    }

    /** Returns why adherence is UNKNOWN, or null where it is known. */
    public @Nullable WithheldReason adherenceReason() {
        return withheld == null && lowRsa ? WithheldReason.LOW_RSA : r2Reason();
    }

    /** Returns the phase locking value, 0 to 1; NaN where {@link #plvReason} says why. */
    public double plvRatio() {
        return plvReason() == null ? plv : Double.NaN;
    }

    /** Returns why the phase locking value is withheld, or null where it is there. */
    public @Nullable WithheldReason plvReason() {
        WithheldReason reason = adherenceReason();
        return reason == null && Double.isNaN(plv) ? WithheldReason.TOO_FEW_BEATS : reason;
    }

    /** Returns all of it as an immutable record. Allocates it. */
    public PacedMeasures measures() {
        return new PacedMeasures(
                measure(lnRsa(), withheld),
                measure(rsaAmplitudeMs(), withheld),
                measure(rsaPowerMs2(), withheld),
                measure(lagRadians(), r2Reason()),
                measure(r2Ratio(), r2Reason()),
                measure(plvRatio(), plvReason()),
                adherence(),
                adherenceReason());
    }

    private static Measure measure(double value, @Nullable WithheldReason reason) {
        return reason == null ? Measure.of(value) : Measure.withheld(reason);
    }
}
