package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.ReferenceRecordings.Segment;

/** Every stretch of {@code reference.json}, whose values come from numpy and scipy by definitions written out there. */
class CanonValidationTest {

    static List<Segment> segments() {
        return ReferenceRecordings.segments();
    }

    static List<Segment> segmentsWithSpectrum() {
        return segments().stream()
                .filter(segment -> segment.canon().containsKey("welch_300s.hf"))
                .toList();
    }

    @Test
    void theReferenceHoldsAllRecordings() {
        assertThat(segments()).hasSize(88);
        assertThat(segmentsWithSpectrum()).hasSize(83);
    }

    @ParameterizedTest
    @MethodSource("segments")
    void timeDomainAgreesToNineDigits(Segment segment) {
        double[] rrMs = segment.rrMs();
        TimeDomain ours = new TimeDomain();
        ours.read(NnArray.ofMs(rrMs), 0, rrMs.length, PairRule.WITH_CORRECTED);

        Map<String, Double> canon = segment.canon();
        assertThat((double) ours.beatCount()).isEqualTo(canon.get("n_rr"));
        close(ours.meanMs(), canon, "mean_rr", 1e-9);
        close(ours.heartRateBpm(), canon, "mean_hr_from_mean_rr", 1e-9);
        close(ours.sdnnMs(), canon, "sdnn", 1e-9);
        close(ours.rmssdMs(), canon, "rmssd", 1e-9);
        close(ours.sd1Ms(), canon, "sd1", 1e-9);
        close(ours.sd2Ms(), canon, "sd2", 1e-9);
        close(ours.pnn50Percent(), canon, "pnn50", 1e-9);
        assertThat((double) ours.nn50Count()).isEqualTo(canon.get("nn50"));
    }

    @ParameterizedTest
    @MethodSource("segmentsWithSpectrum")
    void welchSpectraAgreeToSixDigits(Segment segment) {
        NnArray nn = NnArray.ofMs(segment.rrMs());
        agree(new SpectrumAnalyzer(SpectrumSettings.CANON_300).read(nn, 0, nn.size()), segment.canon(), "welch_300s");
        agree(new SpectrumAnalyzer(SpectrumSettings.CANON_120).read(nn, 0, nn.size()), segment.canon(), "welch_120s");
    }

    @ParameterizedTest
    @MethodSource("segmentsWithSpectrum")
    void lombScargleSpectrumAgreesToSixDigits(Segment segment) {
        agree(LombScargle.of(segment.rrMs()), segment.canon(), "lomb");
    }

    private static void agree(PowerSpectrum ours, Map<String, Double> canon, String key) {
        close(ours.powerMs2(Band.VLF), canon, key + ".vlf", 1e-6);
        close(ours.powerMs2(Band.LF), canon, key + ".lf", 1e-6);
        close(ours.powerMs2(Band.HF), canon, key + ".hf", 1e-6);
        close(ours.peakHz(Band.LF), canon, key + ".lf_peak_hz", 1e-6);
        close(ours.peakHz(Band.HF), canon, key + ".hf_peak_hz", 1e-6);
    }

    private static void close(double ours, Map<String, Double> canon, String key, double relative) {
        assertThat(ours).as(key).isCloseTo(canon.get(key), withPercentage(100 * relative));
    }
}
