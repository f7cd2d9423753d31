package org.soothe.hrv;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;

/**
 * The live measures of one engine, read from the newest two minutes at each tick.
 *
 * <ul>
 *   <li>heart rate over 30 s (15 beats) to show, over 60 s (30 beats) to judge by
 *   <li>RMSSD over 60 s: 30 pairs without a corrected interval, coverage 0.8
 *   <li>HF power over 120 s, else over 60 s: coverage 0.9; LF power over 120 s only; settings {@link SpectrumSettings#LIVE}
 *   <li>breathing rate and rhythm smoothness over the newest 64 s of one stretch
 *   <li>RSA power around a breathing rate that is given, in the spectrum of HF
 * </ul>
 *
 * <p>A window (T - W, T] ends at the tick and holds the intervals whose beat lies in it; coverage = their sum / W. Everything
 * is summed afresh at each tick, so that nothing drifts and no order of events leaves a trace; the only memory is that of the
 * last three breathing rates.
 *
 * <p>Not thread-safe; owned by the thread that owns the engine. {@link #tick} and {@link #rsaBand} allocate nothing.
 */
public final class LiveHrv {

    private static final double MS_PER_NS = 1e-6;
    private static final long SHOWN_NS = 30_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long TWO_MINUTES_NS = 120_000_000_000L;
    /** A newest beat older than this says nothing about now: the share that a minute may lack by its coverage of 0.9. */
    private static final long OLDEST_NEWEST_NS = 6_000_000_000L;

    private static final int SHOWN_BEATS = 15;
    private static final int JUDGED_BEATS = 30;
    private static final int RMSSD_PAIRS = 30;
    private static final double RMSSD_COVERAGE = 0.8;
    private static final double POWER_COVERAGE = 0.9;

    /** Two minutes of the shortest intervals that any gate lets pass, halved once by a correction. */
    private static final int BEAT_CAPACITY = 1024;

    private static final int SAMPLE_CAPACITY = 512;

    private final TimeDomain shown = new TimeDomain();
    private final TimeDomain minute = new TimeDomain();
    private final SpectrumAnalyzer analyzer =
            new SpectrumAnalyzer(SpectrumSettings.LIVE, BEAT_CAPACITY, SAMPLE_CAPACITY);
    private final ShortSpectrum shortSpectrum = new ShortSpectrum();
    private final BreathingPeak breathingPeak = new BreathingPeak();
    private final RhythmSmoothness rhythm = new RhythmSmoothness();
    private final RecentMedian recentRates = new RecentMedian();
    private final RsaBand band = new RsaBand();

    private final LiveValue shownHeartRateBpm = new LiveValue();
    private final LiveValue heartRateBpm = new LiveValue();
    private final LiveValue rmssdMs = new LiveValue();
    private final LiveValue lnRmssd = new LiveValue();
    private final LiveValue lfMs2 = new LiveValue();
    private final LiveValue hfMs2 = new LiveValue();
    private final LiveValue lnHf = new LiveValue();
    private final LiveValue breathingRatePerMin = new LiveValue();
    private final LiveValue breathingShareRatio = new LiveValue();
    private final LiveValue smoothnessRatio = new LiveValue();
    private final LiveValue coherenceRatio = new LiveValue();
    private final LiveValue rsaLowHz = new LiveValue();
    private final LiveValue rsaHighHz = new LiveValue();
    private final LiveValue rsaPowerMs2 = new LiveValue();
    private final LiveValue lnRsaPower = new LiveValue();

    /** Creates the measures of a new engine: all withheld. */
    public LiveHrv() {}

    /**
     * Reads the windows that end at the tick.
     *
     * @param nn the accepted intervals; two minutes of them are enough
     * @param tickNs end of the windows, on the session axis
     */
    public void tick(NnSeries nn, long tickNs) {
        int to = nn.size();
        while (to > 0 && nn.timeNs(to - 1) > tickNs) {
            to--;
        }
        int fromShown = firstIn(nn, to, tickNs - SHOWN_NS);
        int fromMinute = firstIn(nn, fromShown, to, tickNs - MINUTE_NS);
        int fromTwoMinutes = firstIn(nn, fromMinute, to, tickNs - TWO_MINUTES_NS);

        shown.read(nn, fromShown, to, PairRule.UNCORRECTED_ONLY);
        minute.read(nn, fromMinute, to, PairRule.UNCORRECTED_ONLY);
        readHeartRates();
        readRmssd(tooLittle(nn, tickNs, MINUTE_NS, minute.sumMs(), RMSSD_COVERAGE));
        readTwoMinutes(nn, fromMinute, fromTwoMinutes, to, tickNs);
        rsaBand(Double.NaN);
    }

    private static int firstIn(NnSeries nn, int to, long afterNs) {
        return firstIn(nn, to, to, afterNs);
    }

    /** Returns the first index, at most {@code upTo}, from which on all beats are later than {@code afterNs}. */
    private static int firstIn(NnSeries nn, int upTo, int to, long afterNs) {
        int from = upTo;
        while (from > 0 && to - from < BEAT_CAPACITY && nn.timeNs(from - 1) > afterNs) {
            from--;
        }
        return from;
    }

    private void readHeartRates() {
        shownHeartRateBpm.set(
                shown.heartRateBpm(), shown.beatCount() < SHOWN_BEATS ? WithheldReason.TOO_FEW_BEATS : null);
        heartRateBpm.set(
                minute.heartRateBpm(), minute.beatCount() < JUDGED_BEATS ? WithheldReason.TOO_FEW_BEATS : null);
    }

    private void readRmssd(@Nullable WithheldReason tooLittle) {
        WithheldReason reason =
                tooLittle == null && minute.pairCount() < RMSSD_PAIRS ? WithheldReason.TOO_FEW_BEATS : tooLittle;
        rmssdMs.set(minute.rmssdMs(), reason);
        lnRmssd.set(minute.lnRmssd(), reason);
    }

    private void readTwoMinutes(NnSeries nn, int fromMinute, int from, int to, long tickNs) {
        double sumMs = 0;
        for (int i = from; i < to; i++) {
            sumMs += nn.nnMs(i);
        }
        WithheldReason noTwoMinutes = tooLittle(nn, tickNs, TWO_MINUTES_NS, sumMs, POWER_COVERAGE);
        analyzer.place(nn, from, to);
        readBreathing(nn, tickNs);
        if (noTwoMinutes == null) {
            noTwoMinutes = tooShort(TWO_MINUTES_NS);
        }
        WithheldReason noMinute = null;
        if (noTwoMinutes != null) {
            noMinute = tooLittle(nn, tickNs, MINUTE_NS, minute.sumMs(), POWER_COVERAGE);
            if (noMinute == null) {
                analyzer.place(nn, fromMinute, to);
                noMinute = tooShort(MINUTE_NS);
            }
        }
        if (noMinute != null) {
            analyzer.clear();
            lfMs2.set(Double.NaN, noTwoMinutes);
            hfMs2.withhold(noMinute);
            lnHf.withhold(noMinute);
            return;
        }
        PowerSpectrum spectrum = analyzer.finish();
        double hf = spectrum.powerMs2(Band.HF);
        lfMs2.set(spectrum.powerMs2(Band.LF), noTwoMinutes);
        hfMs2.set(hf);
        lnHf.set(PowerSpectrum.lnPower(hf));
    }

    /** Breathing and rhythm from the newest 64 s of the stretch that was placed, if it reaches up to now. */
    private void readBreathing(NnSeries nn, long tickNs) {
        double[] samples = analyzer.samplesMs();
        int first = analyzer.sampleCount() - ShortSpectrum.SAMPLE_COUNT;
        WithheldReason reason = null;
        if (first < 0) {
            long neededNs = tickNs - 1_000_000_000L * (ShortSpectrum.SAMPLE_COUNT / 4 + 1);
            reason = beganAfter(nn, neededNs) ? WithheldReason.WINDOW_TOO_SHORT : WithheldReason.GAP_TOO_LONG;
        } else if (tickNs - analyzer.lastTimeNs() > OLDEST_NEWEST_NS) {
            reason = WithheldReason.GAP_TOO_LONG;
        }
        if (reason != null) {
            recentRates.add(Double.NaN);
            breathingRatePerMin.withhold(reason);
            breathingShareRatio.withhold(reason);
            smoothnessRatio.withhold(reason);
            coherenceRatio.withhold(reason);
            return;
        }
        PowerSpectrum spectrum = shortSpectrum.read(samples, first);
        rhythm.read(spectrum);
        smoothnessRatio.set(rhythm.shareRatio());
        coherenceRatio.set(rhythm.coherenceRatio());
        breathingPeak.find(spectrum, minute.heartRateBpm());
        recentRates.add(60 * breathingPeak.rateHz());
        WithheldReason unknown = Double.isNaN(breathingPeak.rateHz()) ? WithheldReason.BREATHING_UNKNOWN : null;
        breathingRatePerMin.set(recentRates.median(), unknown);
        breathingShareRatio.set(breathingPeak.shareRatio(), unknown);
    }

    private @Nullable WithheldReason tooShort(long windowNs) {
        return analyzer.stretchS() * 1e9 < POWER_COVERAGE * windowNs ? WithheldReason.GAP_TOO_LONG : null;
    }

    private static @Nullable WithheldReason tooLittle(
            NnSeries nn, long tickNs, long windowNs, double sumMs, double coverage) {
        if (sumMs >= coverage * windowNs * MS_PER_NS) {
            return null;
        }
        return beganAfter(nn, tickNs - windowNs) ? WithheldReason.WINDOW_TOO_SHORT : WithheldReason.LOW_COVERAGE;
    }

    /** Returns whether no beat is known that is so old. */
    private static boolean beganAfter(NnSeries nn, long timeNs) {
        return nn.size() == 0 || nn.timeNs(0) > timeNs;
    }

    /**
     * Reads the RSA power around a breathing rate, in the spectrum of the last tick. Until it is called after a tick, RSA
     * power is withheld.
     *
     * @param ratePerMin the pacer's rate where the person follows it, else the estimate from the intervals; NaN if unknown
     */
    public void rsaBand(double ratePerMin) {
        WithheldReason reason = hfMs2.reason();
        if (reason == null) {
            reason = band.place(ratePerMin, minute.heartRateBpm(), analyzer.segmentS());
        }
        if (reason != null) {
            rsaLowHz.withhold(reason);
            rsaHighHz.withhold(reason);
            rsaPowerMs2.withhold(reason);
            lnRsaPower.withhold(reason);
            return;
        }
        double power = analyzer.spectrum().powerMs2(band.lowHz(), band.highHz());
        rsaLowHz.set(band.lowHz());
        rsaHighHz.set(band.highHz());
        rsaPowerMs2.set(power);
        lnRsaPower.set(PowerSpectrum.lnPower(power));
    }

    /**
     * Withholds every measure of variability of the last tick for a reason that lies in the signal as a whole; heart rate
     * stays.
     */
    public void withholdVariability(WithheldReason reason) {
        rmssdMs.withhold(reason);
        lnRmssd.withhold(reason);
        lfMs2.withhold(reason);
        hfMs2.withhold(reason);
        lnHf.withhold(reason);
        breathingRatePerMin.withhold(reason);
        breathingShareRatio.withhold(reason);
        smoothnessRatio.withhold(reason);
        coherenceRatio.withhold(reason);
    }

    /** Returns the heart rate over 30 s, to be shown. */
    public LiveValue shownHeartRateBpm() {
        return shownHeartRateBpm;
    }

    /** Returns the heart rate over 60 s, to be judged by. */
    public LiveValue heartRateBpm() {
        return heartRateBpm;
    }

    /** Returns RMSSD over 60 s. */
    public LiveValue rmssdMs() {
        return rmssdMs;
    }

    /** Returns the natural logarithm of RMSSD in ms over 60 s. */
    public LiveValue lnRmssd() {
        return lnRmssd;
    }

    /** Returns the LF power over 120 s. */
    public LiveValue lfMs2() {
        return lfMs2;
    }

    /** Returns the HF power over 120 s, or over 60 s where there are no 120. */
    public LiveValue hfMs2() {
        return hfMs2;
    }

    /** Returns the natural logarithm of the HF power in ms². */
    public LiveValue lnHf() {
        return lnHf;
    }

    /** Returns the breathing rate read from the intervals, the median of up to three ticks. */
    public LiveValue breathingRatePerMin() {
        return breathingRatePerMin;
    }

    /** Returns how sure the breathing rate is: the share of power around its peak. */
    public LiveValue breathingShareRatio() {
        return breathingShareRatio;
    }

    /** Returns the rhythm smoothness, 0 to 1: the share of power in one slow wave. */
    public LiveValue smoothnessRatio() {
        return smoothnessRatio;
    }

    /** Returns the coherence ratio: the power in one slow wave by all other. */
    public LiveValue coherenceRatio() {
        return coherenceRatio;
    }

    /** Returns the lower edge of the RSA band. */
    public LiveValue rsaLowHz() {
        return rsaLowHz;
    }

    /** Returns the upper edge of the RSA band. */
    public LiveValue rsaHighHz() {
        return rsaHighHz;
    }

    /** Returns the power in the RSA band. */
    public LiveValue rsaPowerMs2() {
        return rsaPowerMs2;
    }

    /** Returns the natural logarithm of the power in the RSA band in ms². */
    public LiveValue lnRsaPower() {
        return lnRsaPower;
    }

    /** Returns all of it as an immutable record. Allocates it. */
    public LiveMeasures measures() {
        return new LiveMeasures(
                shownHeartRateBpm.measure(),
                heartRateBpm.measure(),
                rmssdMs.measure(),
                lnRmssd.measure(),
                lfMs2.measure(),
                hfMs2.measure(),
                lnHf.measure(),
                breathingRatePerMin.measure(),
                breathingShareRatio.measure(),
                smoothnessRatio.measure(),
                coherenceRatio.measure(),
                rsaLowHz.measure(),
                rsaHighHz.measure(),
                rsaPowerMs2.measure(),
                lnRsaPower.measure());
    }
}
