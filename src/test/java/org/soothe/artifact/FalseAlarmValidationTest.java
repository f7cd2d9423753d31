package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soothe.artifact.FalseAlarmPage.Kind;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ValidationPage;

/** A person who breathes slowly and deeply must not be punished: not one clean beat is flagged, live or final. */
class FalseAlarmValidationTest {

    @ParameterizedTest(name = "{0}, all seeds from 0")
    @MethodSource("kinds")
    void noBeatOfACleanSeriesIsFlagged(String name) {
        Kind kind = Objects.requireNonNull(FalseAlarmPage.kinds().get(name));
        for (int i = 0; i < kind.count(); i++) {
            BeatSeries beats = kind.series().apply(i);

            assertThat(beats.size()).isGreaterThan(150);
            assertThat(TestHearts.flagged(BeatCleaner.clean(beats)))
                    .as("final, number %d", i)
                    .isZero();
            assertThat(TestHearts.flagged(TestHearts.live(beats)))
                    .as("live, number %d", i)
                    .isZero();
        }
    }

    static Set<String> kinds() {
        return FalseAlarmPage.kinds().keySet();
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("false-alarms", new FalseAlarmPage().write());
    }
}
