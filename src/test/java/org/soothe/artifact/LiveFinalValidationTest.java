package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.soothe.artifact.LiveFinalPage.Difference;
import org.soothe.testing.ValidationPage;

class LiveFinalValidationTest {

    @Test
    void liveAndFinalAgreeOnEveryRecordingThatCanBeRead() {
        LiveFinalPage page = new LiveFinalPage();
        Map<String, Difference> results = page.results();

        assertThat(results).hasSizeGreaterThan(80);
        results.forEach((name, result) -> {
            assertThat(result.decided()).as(name).isBetween(result.beats() - 5, result.beats());
            if (clean(name)) {
                assertThat(result.changed()).as(name).isZero();
                assertThat(result.liveMs()).as(name).isEqualTo(result.finalMs());
            }
        });
        for (String name : new String[] {"polar-rest", "polar-exercise", "pyhrv-60min", "nsr001", "nsr004"}) {
            Difference result = Objects.requireNonNull(results.get(name));
            assertThat(result.changedPercent()).as(name).isLessThan(0.1);
            assertThat(result.rmssdPercent()).as(name).isBetween(-1.0, 1.0);
        }
        ValidationPage.says("live-and-final", page.write());
    }

    private static boolean clean(String name) {
        return name.startsWith("synth-") && !name.startsWith("synth-artifacts");
    }
}
