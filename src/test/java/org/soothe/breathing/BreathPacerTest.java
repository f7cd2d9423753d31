package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;

class BreathPacerTest {

    private static final long S = 1_000_000_000L;

    private static PacerSetting ramp(long timeNs, double fromPerMin, double toPerMin) {
        return new PacerSetting(timeNs, PacerMode.RAMP, toPerMin, fromPerMin, 0.45, 0, 0);
    }

    @Test
    void aSteadyPacerMakesItsRateInBreathsPerMinute() {
        BreathPacer pacer = BreathPacer.of(PacerSetting.steady(7 * S, 5.5, 0.45));
        assertThat(pacer.breathCount(67 * S)).isCloseTo(5.5, within(1e-12));
        assertThat(pacer.breathCount(7 * S + 86_400 * S)).isCloseTo(5.5 * 1440, within(1e-8));
        assertThat(pacer.phaseRatio(67 * S)).isCloseTo(0.5, within(1e-12));
        assertThat(pacer.ratePerMin(67 * S)).isEqualTo(5.5);
    }

    @Test
    void theBreathTurnsSmoothlyAndRestsInThePauses() {
        // 10 s: in 3.6, pause 1, out 4.4, pause 1
        BreathPacer pacer = BreathPacer.of(new PacerSetting(0, PacerMode.STEADY, 6, 6, 0.45, 1000, 1000));
        assertThat(pacer.volumeRatio(0)).isZero();
        assertThat(pacer.volumeRatio(1_800_000_000L)).isCloseTo(0.5, within(1e-12));
        assertThat(pacer.volumeRatio(4 * S)).isEqualTo(1);
        assertThat(pacer.volumeRatio(6_800_000_000L)).isCloseTo(0.5, within(1e-12));
        assertThat(pacer.volumeRatio(9_500_000_000L)).isZero();
        assertThat(pacer.part(S)).isEqualTo(BreathPart.IN);
        assertThat(pacer.part(4 * S)).isEqualTo(BreathPart.PAUSE_AFTER_IN);
        assertThat(pacer.part(8 * S)).isEqualTo(BreathPart.OUT);
        assertThat(pacer.part(9_500_000_000L)).isEqualTo(BreathPart.PAUSE_AFTER_OUT);
    }

    @Test
    void aRampFollowsItsIntegralInClosedForm() {
        BreathPacer pacer = BreathPacer.of(ramp(0, 12, 5.5));
        double t = 90;
        double expected = (5.5 * t + 6.5 * 60 * (1 - StrictMath.exp(-t / 60))) / 60;
        assertThat(pacer.breathCount(90 * S)).isCloseTo(expected, within(1e-12));
        assertThat(pacer.ratePerMin(90 * S)).isCloseTo(5.5 + 6.5 * StrictMath.exp(-1.5), within(1e-12));
    }

    @Test
    void aRampFromTwelveIsSettledAfter280Seconds() {
        double settledS = BreathPacer.of(ramp(0, 12, 5.5)).settledNs() / 1e9;
        assertThat(settledS)
                .isCloseTo(60 * StrictMath.log(65) + 30, within(1e-6))
                .isBetween(280.0, 281.0);
    }

    @ParameterizedTest(name = "from {0} to {1} per minute")
    @CsvSource({"20, 4", "12, 4", "9, 4", "8, 4.5", "6, 4", "5.4, 4", "12, 5", "20, 5.1", "12, 5.5", "20, 10", "5, 9"})
    void theRateIsTheSlopeOfTheBreathsAndNoBreathIsMoreThanFivePercentLongerThanTheOneBefore(
            double fromPerMin, double toPerMin) {
        RateCurve curve = new RateCurve(fromPerMin, toPerMin);
        for (double t = 0.01; t < 400; t += 0.37) {
            double slope = (curve.breathCount(t + 1e-3) - curve.breathCount(t - 1e-3)) / 2e-3 * 60;
            assertThat(curve.ratePerMin(t)).as("at %s s", t).isCloseTo(slope, within(1e-6));
        }
        for (double offset : new double[] {0, 0.13, 0.5, 0.77}) {
            double before = Double.NaN;
            for (double n = offset; n < 30; n++) {
                double periodS = timeOf(curve, n + 1) - timeOf(curve, n);
                if (!Double.isNaN(before)) {
                    assertThat(periodS / before).as("breath %s", n).isLessThanOrEqualTo(1.05 + 1e-9);
                }
                before = periodS;
            }
        }
        double endS = curve.rampEndS();
        assertThat(Math.abs(curve.ratePerMin(endS) - toPerMin)).isCloseTo(0.1, within(1e-9));
        assertThat(curve.ratePerMin(5000)).isCloseTo(toPerMin, within(1e-12));
    }

    @Test
    void theExponentialAloneWouldBreakTheFivePercentBetweenTheRootsOnly() {
        // 8 to 4 per minute: (60 / tau) (f - fT) / f^2 = 0.0625 per breath, over ln 1.05 = 0.0488
        double exponentialPerMin = 4 + 4 * StrictMath.exp(-20 / 60.0);
        assertThat(new RateCurve(8, 4).ratePerMin(20)).isGreaterThan(exponentialPerMin + 0.1);
        assertThat(new RateCurve(8, 5.5).ratePerMin(20))
                .isCloseTo(5.5 + 2.5 * StrictMath.exp(-20 / 60.0), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePhaseNeitherJumpsNorGoesBackOverAnySettings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long now = 0;
        BreathPacer pacer = BreathPacer.of(PacerSetting.steady(0, 6, 0.45));
        for (int k = 0; k < 2000; k++) {
            long then = now + random.nextLong(40 * S);
            double reached = pacer.breathCount(then);
            assertThat(reached).isGreaterThanOrEqualTo(pacer.breathCount(now));
            double volume = pacer.volumeRatio(then);
            PacerSetting setting = new PacerSetting(
                    then,
                    random.nextBoolean() ? PacerMode.STEADY : PacerMode.RAMP,
                    4 + 6 * random.nextDouble(),
                    4 + 16 * random.nextDouble(),
                    0.2 + 0.6 * random.nextDouble(),
                    1000 * random.nextDouble(),
                    1000 * random.nextDouble());
            pacer = pacer.next(setting);
            assertThat(pacer.breathCount(then)).isCloseTo(reached, within(1e-9));
            assertThat(pacer.volumeRatio(then)).as("the guide").isCloseTo(volume, within(1e-6));
            now = then;
        }
    }

    @Test
    void aPacerThatWasOffBeginsWithAnInBreath() {
        BreathPacer off = BreathPacer.of(PacerSetting.steady(0, 6, 0.45)).next(PacerSetting.off(13 * S));
        assertThat(off.breathCount(20 * S)).isNaN();
        assertThat(off.phaseRatio(20 * S)).isNaN();
        assertThat(off.volumeRatio(20 * S)).isNaN();
        assertThatThrownBy(() -> off.part(20 * S)).isInstanceOf(IllegalStateException.class);
        BreathPacer again = off.next(PacerSetting.steady(33 * S, 6, 0.45));
        assertThat(again.breathCount(33 * S)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "3.9, 12, 0.45, 0, 0, ratePerMin must be 4.0 to 10.0",
        "NaN, 12, 0.45, 0, 0, ratePerMin must be 4.0 to 10.0",
        "6, 40, 0.45, 0, 0, rampFromPerMin must be 4.0 to 20.0",
        "6, 12, 0.1, 0, 0, inhaleRatio must be 0.2 to 0.8",
        "6, 12, 0.45, 1001, 0, pauseAfterInMs must be 0.0 to 1000.0",
        "6, 12, 0.45, 0, -1, pauseAfterOutMs must be 0.0 to 1000.0"
    })
    void aWrongSettingMadeByAProgramFailsAtOnceWithNameAndValue(
            double rate, double from, double inhale, double pauseIn, double pauseOut, String message) {
        PacerSetting setting = new PacerSetting(0, PacerMode.RAMP, rate, from, inhale, pauseIn, pauseOut);
        assertThatThrownBy(() -> BreathPacer.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message + ", was ");
    }

    /** Time of a breath by bisection. */
    private static double timeOf(RateCurve curve, double count) {
        double lo = 0;
        double hi = 1000;
        for (int i = 0; i < 80; i++) {
            double mid = (lo + hi) / 2;
            if (curve.breathCount(mid) < count) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        return hi;
    }
}
