package org.soothe.hrv;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;

/**
 * Final analysis of windows, for reports: time domain, spectrum by {@link SpectrumSettings#LAB}, breathing.
 *
 * <p>Least data of a corrected window: RMSSD, SDNN, pNN50, SD1, SD2 need 30 pairs and coverage 0.8; the powers need coverage
 * 0.9 and a stretch without a long gap of 0.9 of 300 s (VLF), 120 s (LF) or 60 s (HF, RSA). Raw intervals are measured as
 * soon as the formula is defined; their powers need the same stretch.
 *
 * <p>Not thread-safe; one per owner, who reads one window after the other. What it returns is immutable.
 */
public final class HrvAnalysis {

    private static final double MS_PER_NS = 1e-6;
    static final double LEAST_COVERAGE = 0.8;
    static final double POWER_COVERAGE = 0.9;
    static final int LEAST_PAIRS = 30;
    static final double VLF_S = 300;
    static final double LF_S = 120;
    static final double HF_S = 60;

    private final TimeDomain time = new TimeDomain();
    private final SpectrumAnalyzer analyzer = new SpectrumAnalyzer(SpectrumSettings.LAB);
    private final BreathingEstimate breathing = new BreathingEstimate();
    private final RsaBand band = new RsaBand();

    /** Creates an analysis for windows of any length. */
    public HrvAnalysis() {}

    /** Returns what all raw intervals say that follow each other, in milliseconds, each above 0. */
    public HrvSummary raw(double... rrMs) {
        return raw(NnArray.ofMs(rrMs));
    }

    /** Returns what all intervals of a series say, measured as soon as the formula is defined. */
    public HrvSummary raw(NnSeries nn) {
        return summarize(nn, 0, nn.size(), Double.NaN, false, Double.NaN);
    }

    /** Returns what a whole series of accepted intervals says, the time from its first interval to its last beat. */
    public HrvSummary corrected(NnSeries nn) {
        int n = nn.size();
        double windowMs = n == 0 ? 0 : (nn.timeNs(n - 1) - nn.timeNs(0)) * MS_PER_NS + nn.nnMs(0);
        return summarize(nn, 0, n, windowMs, true, Double.NaN);
    }

    /**
     * Returns what the accepted intervals of one window say.
     *
     * @param nn the series
     * @param fromNs start of the window, exclusive
     * @param toNs end of the window, inclusive
     * @param pacerRatePerMin the rate of a pacer that the person followed, NaN without one
     */
    public HrvSummary corrected(NnSeries nn, long fromNs, long toNs, double pacerRatePerMin) {
        int from = firstAfter(nn, fromNs);
        int to = Math.max(from, firstAfter(nn, toNs));
        return summarize(nn, from, to, (toNs - fromNs) * MS_PER_NS, true, pacerRatePerMin);
    }

    private static int firstAfter(NnSeries nn, long timeNs) {
        int low = 0;
        int high = nn.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nn.timeNs(middle) > timeNs) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private HrvSummary summarize(
            NnSeries nn, int from, int to, double windowMs, boolean leastData, double pacerRatePerMin) {
        time.read(nn, from, to, PairRule.WITH_CORRECTED);
        double coverage = leastData ? Math.min(1, windowMs > 0 ? time.sumMs() / windowMs : 0) : 1;
        analyzer.place(nn, from, to);
        breathing.read(analyzer.samplesMs(), analyzer.sampleCount(), time.heartRateBpm());
        PowerSpectrum spectrum = analyzer.finish();
        WithheldReason noPower = coverage < POWER_COVERAGE ? WithheldReason.LOW_COVERAGE : null;
        return new HrvSummary(
                to - from,
                correctedCount(nn, from, to),
                time.pairCount(),
                coverage,
                timeMeasures(leastData, coverage),
                spectrumMeasures(spectrum, noPower),
                breathingMeasures(spectrum, noPower, pacerRatePerMin));
    }

    private static int correctedCount(NnSeries nn, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (nn.corrected(i)) {
                count++;
            }
        }
        return count;
    }

    private TimeMeasures timeMeasures(boolean leastData, double coverage) {
        WithheldReason none = time.beatCount() < 1 ? WithheldReason.TOO_FEW_BEATS : null;
        WithheldReason few = time.pairCount() < (leastData ? LEAST_PAIRS : 1) ? WithheldReason.TOO_FEW_BEATS : null;
        if (few == null && coverage < LEAST_COVERAGE) {
            few = WithheldReason.LOW_COVERAGE;
        }
        WithheldReason onePair = few == null && time.pairCount() < 2 ? WithheldReason.TOO_FEW_BEATS : few;
        return new TimeMeasures(
                measure(time.meanMs(), none),
                measure(time.heartRateBpm(), none),
                measure(time.sdnnMs(), few),
                measure(time.rmssdMs(), few),
                measure(time.lnRmssd(), few),
                measure(time.nn50Count(), few),
                measure(time.pnn50Percent(), few),
                measure(time.sd1Ms(), onePair),
                measure(time.sd2Ms(), onePair));
    }

    private SpectrumMeasures spectrumMeasures(PowerSpectrum spectrum, @Nullable WithheldReason noPower) {
        double lf = spectrum.powerMs2(Band.LF);
        double hf = spectrum.powerMs2(Band.HF);
        WithheldReason noVlf = tooShort(VLF_S, noPower);
        WithheldReason noLf = tooShort(LF_S, noPower);
        WithheldReason noHf = tooShort(HF_S, noPower);
        return new SpectrumMeasures(
                1000 * analyzer.stretchS(),
                measure(spectrum.powerMs2(Band.VLF), noVlf),
                measure(lf, noLf),
                measure(hf, noHf),
                measure(PowerSpectrum.lnPower(hf), noHf),
                measure(lf + hf > PowerSpectrum.LEAST_MS2 ? 100 * hf / (lf + hf) : Double.NaN, noLf),
                measure(spectrum.peakHz(Band.LF), noLf),
                measure(spectrum.peakHz(Band.HF), noHf));
    }

    private @Nullable WithheldReason tooShort(double leastS, @Nullable WithheldReason before) {
        if (before != null) {
            return before;
        }
        return analyzer.stretchS() < POWER_COVERAGE * leastS
                        || analyzer.spectrum().count() == 0
                ? WithheldReason.WINDOW_TOO_SHORT
                : null;
    }

    private BreathingMeasures breathingMeasures(
            PowerSpectrum spectrum, @Nullable WithheldReason noPower, double pacerRatePerMin) {
        WithheldReason noEstimate = breathing.reason();
        boolean paced = pacerRatePerMin > 0;
        Measure rate = paced ? Measure.of(pacerRatePerMin) : measure(breathing.ratePerMin(), noEstimate);
        WithheldReason noBand = tooShort(HF_S, noPower);
        if (noBand == null && !paced) {
            noBand = noEstimate;
        }
        if (noBand == null) {
            noBand = band.place(rate.orNaN(), time.heartRateBpm(), analyzer.segmentS());
        }
        double power = noBand == null ? spectrum.powerMs2(band.lowHz(), band.highHz()) : Double.NaN;
        return new BreathingMeasures(
                rate,
                measure(
                        breathing.knownRatio(),
                        Double.isNaN(breathing.knownRatio()) ? WithheldReason.WINDOW_TOO_SHORT : null),
                measure(band.lowHz(), noBand),
                measure(band.highHz(), noBand),
                measure(power, noBand),
                measure(PowerSpectrum.lnPower(power), noBand));
    }

    /** A value that is no number although nothing speaks against it comes from intervals without variation. */
    private static Measure measure(double value, @Nullable WithheldReason reason) {
        if (reason != null) {
            return Measure.withheld(reason);
        }
        return Double.isFinite(value) ? Measure.of(value) : Measure.withheld(WithheldReason.NO_VARIATION);
    }
}
