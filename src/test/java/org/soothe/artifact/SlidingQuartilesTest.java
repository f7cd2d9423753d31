package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingQuartilesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void medianAndQuartilesOfASlidingWindowAreThoseOfType7(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Percentile type7 = new Percentile().withEstimationType(EstimationType.R_7);
        int length = 91;
        double[] values = new double[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.rint(20 * random.nextGaussian()); // with many equal values
        }
        SlidingQuartiles window = new SlidingQuartiles(length);
        for (int i = 0; i < values.length; i++) {
            if (i < length) {
                window.add(values[i]);
            } else if (i % 2 == 0) {
                window.replace(values[i - length], values[i]);
            } else {
                window.remove(values[i - length]);
                window.add(values[i]);
            }
            int from = Math.max(0, i - length + 1);
            type7.setData(values, from, i - from + 1);
            assertThat(window.median()).isEqualTo(type7.evaluate(50), within(1e-12));
            assertThat(window.quartileDeviation())
                    .isEqualTo((type7.evaluate(75) - type7.evaluate(25)) / 2, within(1e-12));
        }
    }

    @org.junit.jupiter.api.Test
    void anEmptyWindowHasNoMedian() {
        assertThat(new SlidingQuartiles(3).median()).isNaN();
        assertThat(new SlidingQuartiles(3).quartileDeviation()).isNaN();
    }
}
