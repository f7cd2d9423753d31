package org.soothe.response;

import org.jspecify.annotations.Nullable;

/**
 * Runs the beat filter over a stream of beats: pacer waveform when paced, log envelope readings every 10 s when free.
 *
 * <p>Not thread-safe; owned by the analysis thread. Allocates nothing after construction.
 */
final class BeatTracker {
    private static final double READING_S = 10;
    private static final double FLOOR_MS2 = 0.25;

    private final BeatKalman filter = new BeatKalman();
    private final BeatStep ownStep = new BeatStep();
    private BeatModel model = new BeatModel();
    private double lastS;
    private double energySumMs2;
    private int energyCount;
    private double nextReadingS;
    private double referenceLn;
    private double readingSum;
    private int readingCount;
    private boolean free;
    private double surpriseRatio;

    void start(
            BeatModel newModel,
            DriftLaw law,
            double heartRateBpm,
            double timeS,
            double firstReadingS,
            double lnReference) {
        model = newModel;
        filter.start(model, law, heartRateBpm);
        free = model.isFree();
        lastS = timeS;
        nextReadingS = firstReadingS;
        referenceLn = lnReference;
        energySumMs2 = 0;
        energyCount = 0;
        readingSum = 0;
        readingCount = 0;
    }

    /** One beat with the reference swing at its pacer phase and a quarter of a turn later. NaN interval: time only. */
    void beat(double timeS, double nnMs, double waveformMs, double quarterMs) {
        ownStep.set(model, timeS - lastS);
        beat(ownStep, timeS, nnMs, waveformMs, quarterMs, null, 0);
    }

    /**
     * The same with the step to this beat, which trackers of one model share, and the onsets of the exercise, null in the
     * reference.
     */
    void beat(
            BeatStep step,
            double timeS,
            double nnMs,
            double waveformMs,
            double quarterMs,
            @Nullable OnsetBank bank,
            double markerS) {
        filter.predict(step);
        lastS = timeS;
        if (bank != null) {
            bank.predict(step, timeS - markerS);
        }
        if (Double.isNaN(nnMs)) {
            return;
        }
        filter.updateBeat(nnMs, waveformMs, quarterMs);
        surpriseRatio = filter.innovation() * filter.innovation() / filter.variance();
        if (bank != null) {
            bank.update(filter, timeS - markerS);
        }
        if (free) {
            readEnvelope(timeS, bank, markerS);
        }
    }

    private void readEnvelope(double timeS, @Nullable OnsetBank bank, double markerS) {
        energySumMs2 += filter.breathEnergyMs2();
        energyCount++;
        if (timeS < nextReadingS) {
            return;
        }
        double ln = 0.5 * StrictMath.log(Math.max(energySumMs2 / energyCount, FLOOR_MS2));
        readingSum += ln;
        readingCount++;
        filter.updateEnvelope(ln - referenceLn);
        if (bank != null) {
            bank.update(filter, timeS - markerS);
        }
        energySumMs2 = 0;
        energyCount = 0;
        while (nextReadingS <= timeS) {
            nextReadingS += READING_S;
        }
    }

    /** Squared innovation of the last measured beat over its variance, at most 9. */
    double surpriseRatio() {
        return surpriseRatio;
    }

    BeatKalman filter() {
        return filter;
    }

    /** Mean log envelope since the start; NaN before the first reading. */
    double meanLnEnvelope() {
        return readingSum / readingCount;
    }
}
