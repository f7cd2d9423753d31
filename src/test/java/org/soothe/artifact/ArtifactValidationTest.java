package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.ArtifactValidationPage.Expert;
import org.soothe.artifact.ArtifactValidationPage.Injected;
import org.soothe.artifact.ArtifactValidationPage.Windows;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.ValidationPage;

class ArtifactValidationTest {

    @ParameterizedTest(name = "injected 5 %, series {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void rmssdIsWithin3PercentAndHfWithin10PercentOfTheTruth(int seed) {
        Injected result = ArtifactValidationPage.injected(5, seed);

        assertThat(result.rmssdPercent()).isEqualTo(0, within(3.0));
        assertThat(result.hfPercent()).isEqualTo(0, within(10.0));
        assertThat(result.liveRmssdPercent()).isEqualTo(0, within(5.0));
    }

    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource({"mitdb-100,0,2272", "ltdb-14157,4086,4424", "ltdb-14157,12399,12754", "ltdb-14157,33606,33967"})
    void rmssdIsWithin25PercentOfTheExpertsNormalBeats(String id, int from, int to) {
        Expert result = ArtifactValidationPage.expert(id, from, to);

        assertThat(result.errorRatio()).isLessThanOrEqualTo(0.25);
    }

    @Test
    void atLeastFourInFiveUsableWindowsWithManyEctopicBeatsAreWithin25PercentOfTheExpert() {
        double[] rr = ReferenceRecordings.rrMs("ltdb-14157");
        boolean[] normal = ReferenceRecordings.normalBeats("ltdb-14157");
        BeatSeries beats = BeatSeries.ofMs(rr);
        CleanSeries clean = BeatCleaner.clean(beats);
        QualityGate gate = new QualityGate();
        IrregularRhythm rhythm = new IrregularRhythm();
        int readable = 0;
        int near = 0;
        int raw = 0;
        int nn = 0;
        for (long t = TestHearts.FIVE_MINUTES_NS; t <= beats.timeNs(rr.length - 1); t += TestHearts.FIVE_MINUTES_NS) {
            int rawFrom = raw;
            int nnFrom = nn;
            while (beats.timeNs(raw) <= t) {
                raw++;
            }
            while (nn < clean.size() && clean.timeNs(nn) <= t) {
                nn++;
            }
            boolean usable = gate.evaluate(clean, t - TestHearts.FIVE_MINUTES_NS, t) != QualityGrade.BAD;
            if (usable && rhythm.of(clean, t - TestHearts.FIVE_MINUTES_NS, t) == Rhythm.REGULAR) {
                var time = new org.soothe.hrv.TimeDomain();
                time.read(clean, nnFrom, nn, org.soothe.hrv.PairRule.WITH_CORRECTED);
                double expertMs = ArtifactValidationPage.expertRmssd(rr, normal, rawFrom, raw);
                readable++;
                near += Math.abs(time.rmssdMs() / expertMs - 1) <= 0.25 ? 1 : 0;
            }
        }
        assertThat(readable).isGreaterThan(100);
        assertThat((double) near / readable).isGreaterThanOrEqualTo(0.8);
    }

    @ParameterizedTest(name = "{0}: GOOD {1} %, usable {2} %")
    @CsvSource({"polar-rest,90,90", "nsr001,80,80", "nsr004,80,80", "ltdb-14157,0,50"})
    void goodRecordingsReadAsGood(String id, double goodPercent, double usablePercent) {
        Windows windows = ArtifactValidationPage.windows(id, TestHearts.FIVE_MINUTES_NS);

        assertThat(windows.goodPercent()).isGreaterThanOrEqualTo(goodPercent);
        assertThat(windows.usablePercent()).isGreaterThanOrEqualTo(usablePercent);
    }

    @Test
    void aMinuteAtRestReadsAsGoodToo() {
        assertThat(ArtifactValidationPage.windows("polar-rest", TestHearts.MINUTE_NS)
                        .goodPercent())
                .isGreaterThanOrEqualTo(90);
    }

    @Test
    void aStrapFullOfVentricularBeatsNeverReadsAsGood() {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.rrMs("polar-h10-pvc"));
        CleanSeries clean = BeatCleaner.clean(beats);
        QualityGate gate = new QualityGate();
        long endNs = beats.timeNs(beats.size() - 1);
        for (long windowNs : new long[] {TestHearts.MINUTE_NS, TestHearts.FIVE_MINUTES_NS, endNs}) {
            for (long t = windowNs; t <= endNs; t += 5_000_000_000L) {
                assertThat(gate.evaluate(clean, t - windowNs, t)).isNotEqualTo(QualityGrade.GOOD);
            }
        }
        LiveBeats live = new LiveBeats();
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
            assertThat(gate.evaluate(live, beats.timeNs(i) - TestHearts.MINUTE_NS, beats.timeNs(i)))
                    .isNotEqualTo(QualityGrade.GOOD);
        }
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("artifacts", new ArtifactValidationPage().write());
    }
}
