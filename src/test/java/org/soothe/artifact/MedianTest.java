package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void selectionGivesTheBitsOfSorting(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 5000; run++) {
            int count = 1 + random.nextInt(64);
            double[] values = new double[64];
            for (int i = 0; i < count; i++) {
                values[i] = run % 2 == 0 ? 1000 * random.nextDouble() : random.nextInt(5) / 3.0;
            }
            double expected = bySorting(values, count);
            double[] limits = {expected, Math.nextUp(expected), Math.nextDown(expected), values[0], random.nextDouble()
            };
            for (double limit : limits) {
                assertThat(Median.exceeds(limit, values, count)).isEqualTo(expected > limit);
            }

            assertThat(Median.of(values, count)).isEqualTo(expected);
        }
    }

    @Test
    void theMedianOfNothingIsNoNumber() {
        assertThat(Median.of(new double[3], 0)).isNaN();
    }

    private static double bySorting(double[] values, int count) {
        double[] ordered = Arrays.copyOf(values, count);
        Arrays.sort(ordered);
        return count % 2 == 1 ? ordered[count / 2] : (ordered[count / 2 - 1] + ordered[count / 2]) / 2;
    }
}
