package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlidingPaceTest {

    @Test
    void periodsAndTotalAreThoseOfG15() {
        assertThat(SlidingPace.periodS(0)).isCloseTo(8.888889, within(1e-6));
        assertThat((SlidingPace.periodS(1) - SlidingPace.periodS(0)) * 1000).isCloseTo(67.03536, within(1e-5));
        assertThat(SlidingPace.startS(78)).isCloseTo(894.6405, within(1e-4));
        assertThat(SlidingPace.periodS(77)).isCloseTo(14.0506, within(1e-4));
    }

    @Test
    void aBreathStartsWhereTheOnesBeforeItEnd() {
        double sum = 0;
        for (int breath = 0; breath < SlidingPace.BREATHS; breath++) {
            assertThat(SlidingPace.startS(breath)).isCloseTo(sum, within(1e-9));
            sum += SlidingPace.periodS(breath);
        }
        assertThat(SlidingPace.startS(SlidingPace.BREATHS)).isCloseTo(sum, within(1e-9));
    }

    @Test
    void playedAsSettingsThePacerMakesItsSeventyEightBreaths() {
        PacerTrack track = new PacerTrack(8);
        for (int breath = 0; breath < SlidingPace.BREATHS; breath++) {
            PacerAnswer answer = track.accept(SlidingPace.setting(breath, 1_000_000_007L, 0.45));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            PacerAnswer.Taken.class,
                            taken -> assertThat(taken.notes()).isEmpty());
            assertThat(track.inForce().breathCount(track.inForce().anchorNs())).isCloseTo(breath, within(1e-8));
        }
        assertThat(track.breathCount(1_000_000_007L + Math.round(894.6405 * 1e9)))
                .isCloseTo(78, within(1e-5));
    }

    @Test
    void aBreathThatItDoesNotHaveFailsAtOnce() {
        assertThatThrownBy(() -> SlidingPace.periodS(78)).hasMessage("breath must be 0 to 77, was 78");
        assertThatThrownBy(() -> SlidingPace.startS(-1)).hasMessage("breath must be 0 to 78, was -1");
    }
}
