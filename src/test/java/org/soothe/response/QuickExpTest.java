package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickExpTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheExponentialFunctionToOnePartInABillion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-700, 700);
            assertThat(QuickExp.of(x) / StrictMath.exp(x)).as("e^%s", x).isCloseTo(1, within(1e-9));
        }
    }

    @ParameterizedTest(name = "e^{0}")
    @ValueSource(doubles = {0, -0.0, 1, -1, 0.34657359027997264, -0.34657359027997264, 1e-300, 700, -700})
    void theCornersToo(double x) {
        assertThat(QuickExp.of(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-9));
    }
}
