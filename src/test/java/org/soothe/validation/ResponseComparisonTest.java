package org.soothe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.ResponseKind;

class ResponseComparisonTest {
    private static final long SEED = 77;

    @Test
    void theSameSeedGivesTheSamePageAndPlotOnAnyNumberOfCores() throws Exception {
        AtomicLong sessions = new AtomicLong();
        ComparedFigures all = ResponseComparison.run(1, 1, SEED, sessions::set);
        ForkJoinPool one = new ForkJoinPool(1);
        ComparedFigures alone =
                one.submit(() -> ResponseComparison.run(1, 1, SEED, done -> {})).get();
        one.shutdown();
        assertThat(ComparisonPage.markdown(alone)).isEqualTo(ComparisonPage.markdown(all));
        assertThat(ComparisonPlot.svg(alone)).isEqualTo(ComparisonPlot.svg(all));
        assertThat(sessions.get()).isEqualTo(ResponseComparison.sessions(1, 1));
        for (ResponseMethod method : ResponseMethod.values()) {
            assertThat(all.of(method, BreathingMode.FREE, ComparedWorld.LATE, ResponseKind.NEUTRAL))
                    .isSameAs(all.of(method, BreathingMode.FREE, ComparedWorld.STANDARD, ResponseKind.NEUTRAL));
        }
    }
}
