package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepGateTest {

    private final StepGate gate = new StepGate();

    @Test
    void theRangeIs300To2000MsAtAnyTime() {
        assertThat(StepGate.inRange(299.9)).isFalse();
        assertThat(StepGate.inRange(300)).isTrue();
        assertThat(StepGate.inRange(2000)).isTrue();
        assertThat(StepGate.inRange(2000.1)).isFalse();
        assertThat(StepGate.inRange(Double.NaN)).isFalse();
        // G2: 205 ticks of 1/1024 s
        assertThat(StepGate.inRange(200.1953125)).isFalse();
    }

    @Test
    void anIntervalMoreThanAFifthFromTheMedianIsRejectedWhileLearning() {
        learn(5, 800);
        assertThat(gate.accept(800, 800, 961, 800, 800)).isFalse();
        assertThat(gate.accept(800, 800, 959, 800, 800)).isTrue();
    }

    @Test
    void aSmoothSwingPassesEvenFarFromTheMedian() {
        learn(5, 800);
        assertThat(gate.accept(800, 900, 1000, 1100, 1150)).isTrue();
    }

    @Test
    void afterThreeRejectionsTheMedianStartsAnewFromThem() {
        learn(5, 800);
        assertThat(gate.accept(800, 800, 1200, 800, 1200)).isFalse();
        assertThat(gate.accept(800, 800, 1210, 800, 1200)).isFalse();
        assertThat(gate.accept(800, 800, 1220, 800, 1200)).isFalse();
        assertThat(gate.accept(800, 800, 1205, 800, 1200)).isTrue();
    }

    @Test
    void afterTwentyAcceptedIntervalsOnlyTheRangeIsJudged() {
        learn(20, 800);
        assertThat(gate.learning()).isFalse();
        assertThat(gate.accept(800, 800, 1500, 800, 800)).isTrue();
        assertThat(gate.accept(800, 800, 2100, 800, 800)).isFalse();
        gate.reset();
        assertThat(gate.learning()).isTrue();
    }

    private void learn(int count, double ms) {
        for (int i = 0; i < count; i++) {
            assertThat(gate.accept(ms, ms, ms, ms, ms)).isTrue();
        }
    }
}
