package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soothe.response.PauseOffer.Cause;
import org.soothe.response.PauseOffer.Kind;

class PauseRuleTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final PauseRule rule = new PauseRule();
    private final List<PauseOffer> offers = new ArrayList<>();

    @Test
    void aLastingThreatOffersATimeOutAfterOneMinuteAndAStopThreeMinutesLater() {
        ticks(0, 600, ResponseState.THREAT_RESPONSE, 0);
        assertThat(offers)
                .containsExactly(
                        new PauseOffer(60 * SECOND_NS, Kind.TIME_OUT, Cause.THREAT_LASTS),
                        new PauseOffer(240 * SECOND_NS, Kind.STOP, Cause.THREAT_LASTS),
                        new PauseOffer(420 * SECOND_NS, Kind.STOP, Cause.THREAT_LASTS),
                        new PauseOffer(600 * SECOND_NS, Kind.STOP, Cause.THREAT_LASTS));
    }

    @Test
    void aThreatThatEndsWithinAMinuteOffersNothing() {
        ticks(0, 55, ResponseState.THREAT_RESPONSE, 0);
        ticks(60, 60, ResponseState.NEUTRAL, 0);
        ticks(65, 120, ResponseState.THREAT_RESPONSE, 0);
        assertThat(offers).isEmpty();
    }

    @Test
    void distressIsAnsweredAtOnce() {
        rule.distress(6, SECOND_NS);
        assertThat(rule.offer()).isNull();
        rule.distress(7, 2 * SECOND_NS);
        assertThat(rule.offer()).isEqualTo(new PauseOffer(2 * SECOND_NS, Kind.TIME_OUT, Cause.DISTRESS));
    }

    @Test
    void distressOfNineWithinThreeMinutesWaitsAndIsThenAnsweredWithAStop() {
        rule.distress(7, 0);
        rule.distress(9, 10 * SECOND_NS);
        ticks(15, 200, ResponseState.NEUTRAL, 0);
        assertThat(offers)
                .containsExactly(
                        new PauseOffer(0, Kind.TIME_OUT, Cause.DISTRESS),
                        new PauseOffer(180 * SECOND_NS, Kind.STOP, Cause.DISTRESS));
    }

    @Test
    void aLowerRatingTakesAWaitingOneBack() {
        rule.distress(7, 0);
        rule.distress(9, 10 * SECOND_NS);
        rule.distress(2, 60 * SECOND_NS);
        ticks(65, 300, ResponseState.NEUTRAL, 0);
        assertThat(offers).containsExactly(new PauseOffer(0, Kind.TIME_OUT, Cause.DISTRESS));
    }

    @Test
    void aHeartRateFarAboveTheReferenceForAMinuteOffersATimeOutUnlessThereWasMovement() {
        ticks(0, 30, ResponseState.NEUTRAL, 25);
        ticks(35, 40, ResponseState.UNREADABLE, Double.NaN);
        ticks(45, 100, ResponseState.NEUTRAL, 25);
        assertThat(offers).isEmpty();
        ticks(105, 110, ResponseState.NEUTRAL, 20);
        assertThat(offers).containsExactly(new PauseOffer(105 * SECOND_NS, Kind.TIME_OUT, Cause.HEART_RATE));
    }

    private void ticks(int fromS, int toS, ResponseState state, double riseBpm) {
        for (int s = fromS; s <= toS; s += 5) {
            note();
            rule.tick(s * SECOND_NS, state, riseBpm);
            note();
        }
    }

    private void note() {
        PauseOffer offer = rule.offer();
        if (offer != null && !offers.contains(offer)) {
            offers.add(offer);
        }
    }
}
