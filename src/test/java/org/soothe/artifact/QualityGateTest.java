package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.soothe.beat.BeatSeries;

class QualityGateTest {

    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void aFullWindowOfNormalBeatsIsGood() {
        CleanSeries clean = BeatCleaner.clean(BeatSeries.ofMs(seconds(60)));
        QualityGate gate = new QualityGate();

        assertThat(gate.evaluate(clean, 0, 60 * SECOND_NS)).isEqualTo(QualityGrade.GOOD);
        assertThat(gate.quality()).isEqualTo(new Quality(QualityGrade.GOOD, 0, 100, 0));
    }

    @Test
    void silenceAtTheEdgesOfAWindowIsAGap() {
        CleanSeries clean = BeatCleaner.clean(BeatSeries.ofMs(seconds(60)));
        QualityGate gate = new QualityGate();

        assertThat(gate.evaluate(clean, -3 * SECOND_NS, 57 * SECOND_NS)).isEqualTo(QualityGrade.USABLE);
        assertThat(gate.longestGapMs()).isEqualTo(3000);
        assertThat(gate.coverageRatio()).isEqualTo(0.95, within(1e-12));
        assertThat(gate.evaluate(clean, 5 * SECOND_NS, 65 * SECOND_NS)).isEqualTo(QualityGrade.BAD);
        assertThat(gate.longestGapMs()).isEqualTo(5000);
    }

    @Test
    void aWindowWithoutBeatsIsOneGap() {
        QualityGate gate = new QualityGate();

        assertThat(gate.evaluate(BeatCleaner.clean(BeatSeries.ofMs()), 0, 60 * SECOND_NS))
                .isEqualTo(QualityGrade.BAD);
        assertThat(gate.quality()).isEqualTo(new Quality(QualityGrade.BAD, Double.NaN, 0, 60_000));
    }

    @Test
    void aGapInsideLastsFromTheBeatBeforeItToTheStartOfTheIntervalAfterIt() {
        BeatSeries.Builder beats = new BeatSeries.Builder();
        for (int i = 1; i <= 60; i++) {
            long atNs = i * SECOND_NS + (i > 30 ? 2_500_000_000L : 0);
            beats.beat(atNs, 1000, i == 31);
        }
        QualityGate gate = new QualityGate();

        assertThat(gate.evaluate(BeatCleaner.clean(beats.build()), 0, 60 * SECOND_NS))
                .isEqualTo(QualityGrade.USABLE);
        assertThat(gate.longestGapMs()).isEqualTo(2500);
        assertThat(gate.coverageRatio()).isEqualTo(57.0 / 60, within(1e-12));
    }

    @Test
    void moreThanFivePercentCorrectedIsNotGoodMoreThanTenIsBad() {
        assertThat(gradeWithMissedBeats(1)).isEqualTo(QualityGrade.GOOD);
        assertThat(gradeWithMissedBeats(3)).isEqualTo(QualityGrade.USABLE);
        assertThat(gradeWithMissedBeats(6)).isEqualTo(QualityGrade.BAD);
    }

    @Test
    void beatsThatAreHeardButNotDecidedCountNeitherWay() {
        LiveBeats live = TestHearts.live(BeatSeries.ofMs(seconds(60)));
        QualityGate gate = new QualityGate();

        assertThat(gate.evaluate(live, 0, 60 * SECOND_NS)).isEqualTo(QualityGrade.GOOD);
        assertThat(gate.coverageRatio()).isEqualTo(1);
        assertThat(gate.longestGapMs()).isZero();
        assertThat(gate.evaluate(live, 5 * SECOND_NS, 65 * SECOND_NS)).isEqualTo(QualityGrade.BAD);
        assertThat(gate.longestGapMs()).isEqualTo(5000);
    }

    /** Each missed beat gives two corrected intervals of 100. */
    private static QualityGrade gradeWithMissedBeats(int count) {
        double[] rr = seconds(100 - count);
        for (int k = 0; k < count; k++) {
            rr[30 + 8 * k] = 2000;
        }
        return new QualityGate().evaluate(BeatCleaner.clean(BeatSeries.ofMs(rr)), 0, 100 * SECOND_NS);
    }

    private static double[] seconds(int count) {
        double[] rr = new double[count];
        Arrays.fill(rr, 1000);
        return rr;
    }
}
