package org.soothe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareAndRankingTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"0, 300", "9, 300", "150, 300", "300, 300", "1, 7"})
    void theIntervalOfAShareIsThatOfCommonsMath(int hits, int of) {
        ConfidenceInterval expected = new WilsonScoreInterval().createInterval(of, hits, 0.95);
        Share share = new Share(hits, of);
        assertThat(share.lowPercent()).isCloseTo(100 * expected.getLowerBound(), within(1e-9));
        assertThat(share.highPercent()).isCloseTo(100 * expected.getUpperBound(), within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theAreaIsTheShareOfPairsInTheRightOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] with = random.ints(40, 0, 12).asDoubleStream().toArray();
        double[] without = random.ints(30, 0, 9).asDoubleStream().toArray();
        double pairs = 0;
        for (double a : with) {
            for (double b : without) {
                pairs += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        assertThat(Ranking.area(with, without)).isCloseTo(pairs / (40 * 30), within(1e-12));
    }

    @Test
    void theRocCurveHoldsTheSameAreaAndEndsWhereAllAreFound() {
        double[] with = {0.9, 0.8, 0.8, 0.4, 0.1};
        double[] without = {0.8, 0.3, 0.2, 0.1};
        double[][] curve = Ranking.roc(with, without);
        double area = 0;
        for (int i = 1; i < curve[0].length; i++) {
            area += (curve[0][i] - curve[0][i - 1]) * (curve[1][i] + curve[1][i - 1]) / 2;
        }
        assertThat(area).isCloseTo(Ranking.area(with, without), within(1e-12));
        assertThat(curve[0][curve[0].length - 1]).isEqualTo(1);
        assertThat(curve[1][curve[1].length - 1]).isEqualTo(1);
    }

    @Test
    void atAShareOfFalseAlarmsThoseAboveAllOtherNegativesAreFound() {
        double[] without = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
        assertThat(Ranking.foundAt(new double[] {0.85, 0.9, 0.95, 1.0}, without, 0.1))
                .isEqualTo(new Share(2, 4));
    }

    @Test
    void theIntervalOfAMedianHoldsItIn95Of100() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        for (int i = 0; i < 1000; i++) {
            double[] interval = Ranking.medianInterval(random.doubles(61).toArray());
            held += interval[0] <= 0.5 && interval[1] >= 0.5 ? 1 : 0;
        }
        assertThat(held).isBetween(935, 985);
    }
}
