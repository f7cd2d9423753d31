package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrapHabitsTest {

    @ParameterizedTest(name = "{0} s")
    @ValueSource(longs = {30, 60, 150})
    void knownAgesOfABrokenLinkHaveAHint(long ageSeconds) {
        assertThat(StrapHabits.hint(ageSeconds)).startsWith("Does it break after this time");
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(longs = {0, 10, 45, 100, 600})
    void otherAgesHaveNone(long ageSeconds) {
        assertThat(StrapHabits.hint(ageSeconds)).isEmpty();
    }
}
