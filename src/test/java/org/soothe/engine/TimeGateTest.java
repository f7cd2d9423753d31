package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soothe.engine.TimeGate.Verdict.ACCEPTED;
import static org.soothe.engine.TimeGate.Verdict.ACCEPTED_AFTER_JUMP;
import static org.soothe.engine.TimeGate.Verdict.REFUSED_AHEAD;
import static org.soothe.engine.TimeGate.Verdict.REFUSED_BACKWARD;

import org.junit.jupiter.api.Test;

class TimeGateTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final TimeGate gate = new TimeGate();

    @Test
    void eventsInOrderPassAlsoAtTheSameTime() {
        assertThat(gate.judge(-5)).isEqualTo(ACCEPTED);
        assertThat(gate.judge(7)).isEqualTo(ACCEPTED);
        assertThat(gate.judge(7)).isEqualTo(ACCEPTED);
        assertThat(gate.judge(7 + TimeGate.LONGEST_STEP_NS)).isEqualTo(ACCEPTED);
    }

    @Test
    void anEventFromThePastOrMoreThanAnHourAheadIsRefusedAndTheAxisStays() {
        gate.judge(SECOND_NS);
        assertThat(gate.judge(SECOND_NS - 1)).isEqualTo(REFUSED_BACKWARD);
        assertThat(gate.judge(SECOND_NS + TimeGate.LONGEST_STEP_NS + 1)).isEqualTo(REFUSED_AHEAD);
        assertThat(gate.judge(Long.MAX_VALUE)).isEqualTo(REFUSED_AHEAD);
        assertThat(gate.judge(Long.MIN_VALUE)).isEqualTo(REFUSED_BACKWARD);
        assertThat(gate.judge(2 * SECOND_NS)).isEqualTo(ACCEPTED);
    }

    @Test
    void theAxisFollowsAJumpOnceTenSecondsOfEventsAgreeOnIt() {
        gate.judge(0);
        long jumpNs = 2 * TimeGate.LONGEST_STEP_NS;
        for (int second = 0; second < 10; second++) {
            assertThat(gate.judge(jumpNs + second * SECOND_NS)).isEqualTo(REFUSED_AHEAD);
        }
        assertThat(gate.judge(jumpNs + 10 * SECOND_NS)).isEqualTo(ACCEPTED_AFTER_JUMP);
        assertThat(gate.judge(jumpNs + 11 * SECOND_NS)).isEqualTo(ACCEPTED);
    }

    @Test
    void strayEventsBetweenGoodOnesNeverMoveTheAxis() {
        for (int second = 0; second < 1000; second++) {
            assertThat(gate.judge(second * SECOND_NS)).isEqualTo(ACCEPTED);
            assertThat(gate.judge(second * SECOND_NS + 5000 * SECOND_NS)).isEqualTo(REFUSED_AHEAD);
        }
    }
}
