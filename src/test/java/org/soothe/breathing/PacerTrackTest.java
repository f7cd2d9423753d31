package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;

class PacerTrackTest {

    private static final long S = 1_000_000_000L;

    private static PacerAnswer.Taken taken(PacerAnswer answer) {
        assertThat(answer).isInstanceOf(PacerAnswer.Taken.class);
        return (PacerAnswer.Taken) answer;
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource({
        "3, 12, 0.45, 0, 0, 4, RATE_RAISED",
        "11, 12, 0.45, 0, 0, 10, RATE_LOWERED",
        "6, 12, NaN, 0, 0, 6, INHALE_DEFAULTED",
        "6, 12, 0.9, 0, 0, 6, INHALE_LIMITED",
        "6, 12, 0.45, 1500, 0, 6, PAUSE_SHORTENED",
        "6, 12, 0.45, 0, NaN, 6, PAUSE_DROPPED",
        "6, NaN, 0.45, 0, 0, 6, RAMP_START_DEFAULTED",
        "6, 30, 0.45, 0, 0, 6, RAMP_START_LIMITED"
    })
    void whatIsOutsideTheLimitsIsChangedAndSaid(
            double rate, double from, double inhale, double pauseIn, double pauseOut, double goesTo, PacerNote note) {
        PacerTrack track = new PacerTrack(4);
        PacerAnswer.Taken answer =
                taken(track.accept(new PacerSetting(0, PacerMode.RAMP, rate, from, inhale, pauseIn, pauseOut)));
        assertThat(answer.notes()).containsExactly(note);
        assertThat(answer.pacer().targetPerMin()).isEqualTo(goesTo);
        assertThat(answer.pacer().inhaleRatio()).isBetween(0.2, 0.8);
        assertThat(answer.pacer().ratePerMin(0)).isBetween(4.0, 20.0);
        assertThat(track.inForce()).isSameAs(answer.pacer());
    }

    @ParameterizedTest(name = "rate {0}")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -5.5})
    void aRateThatIsNoneIsRefusedAndThePacerGoesOn(double rate) {
        PacerTrack track = new PacerTrack(4);
        BreathPacer before =
                taken(track.accept(PacerSetting.steady(0, 6, 0.45))).pacer();
        PacerAnswer answer = track.accept(PacerSetting.steady(10 * S, rate, 0.45));
        assertThat(answer).isEqualTo(new PacerAnswer.Refused(PacerNote.RATE_UNREADABLE));
        assertThat(track.inForce()).isSameAs(before);
    }

    @Test
    void aLateSettingTakesEffectWhereTheOneBeforeItBegan() {
        PacerTrack track = new PacerTrack(4);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        track.accept(PacerSetting.steady(35 * S, 5, 0.45));
        PacerAnswer.Taken late = taken(track.accept(PacerSetting.steady(20 * S, 4, 0.45)));
        assertThat(late.notes()).containsExactly(PacerNote.TIME_MOVED);
        assertThat(late.pacer().anchorNs()).isEqualTo(35 * S);
        assertThat(track.breathCount(35 * S)).isCloseTo(3.5, within(1e-12));
        assertThat(track.breathCount(50 * S)).isCloseTo(4.5, within(1e-12));
    }

    @Test
    void theBreathsOfABeatAreThoseOfThePacerInForceAtTheBeat() {
        PacerTrack track = new PacerTrack(8);
        track.accept(PacerSetting.steady(10 * S, 6, 0.45));
        track.accept(PacerSetting.steady(40 * S, 4, 0.45));
        track.accept(PacerSetting.off(70 * S));
        track.accept(PacerSetting.steady(90 * S, 10, 0.45));
        assertThat(track.breathCount(5 * S)).isNaN();
        assertThat(track.breathCount(25 * S)).isCloseTo(1.5, within(1e-12));
        assertThat(track.breathCount(55 * S)).isCloseTo(4, within(1e-12));
        assertThat(track.ratePerMin(55 * S)).isEqualTo(4);
        assertThat(track.breathCount(80 * S)).isNaN();
        assertThat(track.breathCount(96 * S)).isCloseTo(6, within(1e-12));
        assertThat(track.runningSinceNs(60 * S)).isEqualTo(10 * S);
        assertThat(track.runningSinceNs(100 * S)).isEqualTo(90 * S);
    }

    @Test
    void whatTheTrackNoLongerKeepsIsUnknownNotWrong() {
        PacerTrack track = new PacerTrack(2);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        track.accept(PacerSetting.steady(10 * S, 5, 0.45));
        track.accept(PacerSetting.steady(20 * S, 4, 0.45));
        assertThat(track.breathCount(5 * S)).isNaN();
        assertThat(track.breathCount(10 * S)).isCloseTo(1, within(1e-12));
        assertThat(track.runningSinceNs(25 * S)).isEqualTo(10 * S);
    }

    @Test
    void theTrackOfAWholeRecordingKeepsEveryPacer() {
        PacerTrack track = PacerTrack.whole();
        for (int k = 0; k < 1000; k++) {
            track.accept(PacerSetting.steady(k * 10L * S, k % 2 == 0 ? 6 : 4, 0.45));
        }
        assertThat(track.ratePerMin(5 * S)).isEqualTo(6);
        assertThat(track.ratePerMin(15 * S)).isEqualTo(4);
        assertThat(track.ratePerMin(9_995 * S)).isEqualTo(4);
        assertThat(track.runningSinceNs(9_995 * S)).isZero();
    }

    @Test
    void settingsOfOneInstantTakeOnePlace() {
        PacerTrack track = new PacerTrack(2);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        for (int k = 0; k < 100; k++) {
            track.accept(PacerSetting.steady(10 * S, 5 + k / 100.0, 0.45));
        }
        assertThat(track.breathCount(5 * S)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aTrackThatKeepsNothingFailsAtOnce() {
        assertThatThrownBy(() -> new PacerTrack(0)).hasMessage("capacity must be at least 1, was 0");
    }
}
