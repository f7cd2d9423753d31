package org.soothe.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;

class ReplayTest {
    private static final long NS_PER_S = 1_000_000_000L;

    private long clockNs = 5_000 * NS_PER_S;
    private final List<Long> sleptNs = new ArrayList<>();
    private final List<Long> takenAtNs = new ArrayList<>();

    @Test
    void eachEventIsTakenWhenItsTimeHasComeSeenFromTheFirst() {
        new Replay(beats(10), pace(1)).run(new Engine(), this::taken);

        assertThat(takenAtNs).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(takenAtNs.get(i)).isEqualTo((5_000 + i) * NS_PER_S);
        }
    }

    @Test
    void fiftyTimesTheSpeedTakesAFiftiethOfTheTime() {
        new Replay(beats(101), pace(50)).run(new Engine(), this::taken);

        assertThat(clockNs - 5_000 * NS_PER_S).isEqualTo(2 * NS_PER_S);
    }

    @Test
    void aLongWaitIsCutSoThatTheSinkIsAsked() {
        List<Long> waitingNs = new ArrayList<>();
        new Replay(beats(2), pace(1)).run(new Engine(), new ReplaySink() {
            @Override
            public boolean taken(Event event, Engine engine) {
                return true;
            }

            @Override
            public boolean waiting(long timeNs, Engine engine) {
                waitingNs.add(timeNs);
                return true;
            }
        });

        assertThat(sleptNs).hasSize(13).allMatch(ns -> ns <= Replay.SLICE_NS);
        assertThat(waitingNs).hasSize(13).isSorted().first().isEqualTo(NS_PER_S);
    }

    @Test
    void withoutAPaceNothingWaits() {
        assertThat(new Replay(beats(1000), Pace.unbounded()).run(new Engine(), this::taken))
                .isTrue();
        assertThat(takenAtNs).hasSize(1000);
        assertThat(sleptNs).isEmpty();
    }

    @Test
    void aSinkThatHasEnoughEndsTheReplay() {
        assertThat(new Replay(beats(10), Pace.unbounded())
                        .run(new Engine(), (event, engine) -> taken(event, engine) && takenAtNs.size() < 3))
                .isFalse();
        assertThat(takenAtNs).hasSize(3);
    }

    @Test
    void aStopEndsAReplayThatWaits() {
        Replay[] replay = new Replay[1];
        Pace pace = Pace.times(1, () -> clockNs, durationNs -> replay[0].stop());
        replay[0] = new Replay(beats(10), pace);

        assertThat(replay[0].run(new Engine(), this::taken)).isFalse();
        assertThat(takenAtNs).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpeedThatIsNoneIsRefused(double speed) {
        assertThatThrownBy(() -> pace(speed)).hasMessageContaining("speedRatio").hasMessageContaining("was " + speed);
    }

    private boolean taken(Event event, Engine engine) {
        takenAtNs.add(clockNs);
        return true;
    }

    private Pace pace(double speed) {
        return Pace.times(speed, () -> clockNs, durationNs -> {
            sleptNs.add(durationNs);
            clockNs += durationNs;
        });
    }

    private static List<Event> beats(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            events.add(RrPacket.ofMs(i * NS_PER_S, 1000));
        }
        return events;
    }
}
