package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitCircleTest {

    @Test
    void agreesWithStrictMathToTheLastBitsOnAMillionAngles() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double turns = random.nextDouble(-0.5, 0.5);
            assertThat(UnitCircle.cos(turns)).isCloseTo(StrictMath.cos(2 * Math.PI * turns), within(4e-16));
            assertThat(UnitCircle.sin(turns)).isCloseTo(StrictMath.sin(2 * Math.PI * turns), within(4e-16));
        }
    }

    @Test
    void hasAPeriodOfExactlyOneTurn() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1000; i++) {
            double turns = random.nextInt(1 << 20) / (double) (1 << 20);
            int whole = random.nextInt(-1_000_000, 1_000_000);
            assertThat(UnitCircle.cos(turns + whole)).isEqualTo(UnitCircle.cos(turns));
            assertThat(UnitCircle.sin(turns + whole)).isEqualTo(UnitCircle.sin(turns));
        }
    }

    @Test
    void quarterTurnsAreExact() {
        assertThat(UnitCircle.cos(0)).isEqualTo(1);
        assertThat(UnitCircle.cos(0.25)).isZero();
        assertThat(UnitCircle.cos(0.5)).isEqualTo(-1);
        assertThat(UnitCircle.sin(0.25)).isEqualTo(1);
        assertThat(UnitCircle.sin(-0.25)).isEqualTo(-1);
        assertThat(UnitCircle.sin(0.5)).isZero();
    }

    @Test
    void whatIsNoAngleHasNoCosine() {
        assertThat(UnitCircle.cos(Double.NaN)).isNaN();
        assertThat(UnitCircle.sin(Double.POSITIVE_INFINITY)).isNaN();
    }
}
