package org.soothe.response;

/**
 * Whether the newest beats still come as the model of the reference foretells them, however heart rate and swing drift.
 *
 * <pre>surprise = mean of e^2/S over the newest {@value #SURPRISE_S} s / its mean in the reference
 * wave = mean energy of the 0.1-Hz wave over the newest {@value #WAVE_S} s / its mean in the reference</pre>
 *
 * <p>e is the innovation of a beat and S its variance, their ratio at most 9; means fade exponentially. Somebody who lets
 * the pacer go breathes off its phase: the beats surprise within 15 s, long before the minute that adherence looks at has
 * changed. Slow free breath surprises little, but it makes a large wave.
 *
 * <ul>
 *   <li>An interval that is NaN: time only, the means stay.
 *   <li>Less than 40 s of reference: never familiar.
 * </ul>
 *
 * <p>Not thread-safe; owned by the analysis thread. Allocates nothing after construction.
 */
final class BeatWatch {
    private static final double SURPRISE_S = 12;
    private static final double WAVE_S = 20;
    private static final double LEARN_AFTER_S = 40;

    /** Reached by 1 in 400 ticks of people who breathe as before; people who leave the pacer have 2.7 to 6 after 15 s. */
    private static final double LARGEST_SURPRISE_RATIO = 2.8;

    /** Reached by 1 in 100 ticks of people who breathe as before; slow meditators have 2 to 15 after 40 s. */
    private static final double LARGEST_WAVE_RATIO = 3.2;

    /**
     * Wave over the square of what is left of the swing. Reached by 1 in 200 ticks of people who breathe as before, and by
     * three quarters of those whose breath has been at 6 per minute for a minute.
     */
    private static final double LARGEST_EXCHANGE_RATIO = 5;

    private final BeatTracker tracker = new BeatTracker();
    private double usualSurprise;
    private double usualWaveMs2;
    private double surprise;
    private double waveMs2;
    private double lastS;
    private boolean paced;

    /** Learns what is usual over the reference and stands at its end. */
    void start(ReferenceFit fit, BeatModel model) {
        paced = !model.isFree();
        fit.begin(tracker, model, DriftLaw.ALL.get(DriftLaw.USUAL));
        PhaseBeats beats = fit.beats();
        double learnFromS = beats.timeS(0) + LEARN_AFTER_S;
        usualSurprise = 0;
        usualWaveMs2 = 0;
        int count = 0;
        for (int i = 1; i < beats.size(); i++) {
            fit.read(tracker, i);
            if (beats.timeS(i) > learnFromS && !Double.isNaN(beats.nnMs(i))) {
                usualSurprise += tracker.surpriseRatio();
                usualWaveMs2 += tracker.filter().waveEnergyMs2();
                count++;
            }
        }
        usualSurprise /= count;
        usualWaveMs2 /= count;
        surprise = usualSurprise;
        waveMs2 = usualWaveMs2;
        lastS = beats.timeS(beats.size() - 1);
    }

    /** The next beat, as soon as it is heard. */
    void beat(double timeS, double nnMs, double waveformMs, double quarterMs) {
        tracker.beat(timeS, nnMs, waveformMs, quarterMs);
        if (Double.isNaN(nnMs)) {
            return;
        }
        double dtS = Math.max(0, timeS - lastS);
        lastS = timeS;
        surprise += (1 - StrictMath.exp(-dtS / SURPRISE_S)) * (tracker.surpriseRatio() - surprise);
        waveMs2 += (1 - StrictMath.exp(-dtS / WAVE_S)) * (tracker.filter().waveEnergyMs2() - waveMs2);
    }

    /** Returns whether the newest beats come as in the reference. Wave and swing count in free breathing only. */
    boolean familiar() {
        boolean foretold = surprise <= LARGEST_SURPRISE_RATIO * usualSurprise;
        return foretold && (paced || !slower());
    }

    /** A large wave, or a wave that grew while the swing at the rate of the reference went. */
    private boolean slower() {
        double waveRatio = waveMs2 / usualWaveMs2;
        double fell = StrictMath.exp(2 * Math.min(0, tracker.filter().lnSwing()));
        return waveRatio > LARGEST_WAVE_RATIO || waveRatio > LARGEST_EXCHANGE_RATIO * fell;
    }
}
