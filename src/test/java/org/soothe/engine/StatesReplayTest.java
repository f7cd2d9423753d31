package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseNote;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;

/** The synthetic person of {@code data/synth/states.csv}: rest, threat, soothing, rest, each 300 s, labelled. */
class StatesReplayTest {

    private static final Path STATES = Path.of("src/test/resources/data/synth/states.csv");

    private final Map<Phase, List<ResponseSignal>> signals = new EnumMap<>(Phase.class);

    @ParameterizedTest(name = "response read by {0}")
    @EnumSource(ResponseMethod.class)
    void everyStretchReadsAsItIsLabelled(ResponseMethod method) throws IOException {
        replay(method);
        assertThat(states(Phase.COMPASSION_SELF))
                .contains(ResponseState.THREAT_RESPONSE)
                .doesNotContain(ResponseState.SOOTHING, ResponseState.OTHER_ACTIVATION);
        assertThat(states(Phase.COMPASSION_OTHER))
                .contains(ResponseState.SOOTHING)
                .doesNotContain(ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION);
        assertThat(states(Phase.RECOVERY)).containsOnly(ResponseState.SETTLING, ResponseState.NEUTRAL);
    }

    /** Breath of 6 per minute after a rest of 15: RMSSD stays, so calm rests on the heart rate alone, and says so. */
    @ParameterizedTest(name = "response read by {0}")
    @EnumSource(ResponseMethod.class)
    void calmInSlowBreathComesWithItsNoteAndWithoutAVagalChange(ResponseMethod method) throws IOException {
        replay(method);
        assertThat(signals.get(Phase.COMPASSION_OTHER))
                .filteredOn(signal -> signal.state() == ResponseState.SOOTHING)
                .hasSizeGreaterThan(5)
                .allSatisfy(signal -> {
                    ResponseSignal.Reading reading = (ResponseSignal.Reading) signal;
                    assertThat(reading.notes()).containsExactly(ResponseNote.BREATHING_UNKNOWN);
                    assertThat(reading.zH().orNaN()).isLessThan(-0.5);
                    assertThat(reading.zV()).isEqualTo(Measure.withheld(WithheldReason.BREATHING_UNKNOWN));
                });
        assertThat(signals.get(Phase.COMPASSION_OTHER))
                .contains(new ResponseSignal.Unreadable(ResponseReason.BREATHING_CHANGED));
    }

    private List<ResponseState> states(Phase phase) {
        return signals.getOrDefault(phase, List.of()).stream()
                .map(ResponseSignal::state)
                .toList();
    }

    private void replay(ResponseMethod method) throws IOException {
        List<Event> events = new ArrayList<>();
        String label = "";
        List<Phase> phases =
                List.of(Phase.BASELINE_FREE, Phase.COMPASSION_SELF, Phase.COMPASSION_OTHER, Phase.RECOVERY);
        int next = 0;
        long lastNs = 0;
        for (String line : Files.readAllLines(STATES)) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("t_s")) {
                continue;
            }
            if (!cells[2].equals(label)) {
                label = cells[2];
                events.add(new PhaseStart(lastNs, phases.get(next++), BreathingMode.FREE));
            }
            lastNs = Math.round(Double.parseDouble(cells[0]) * 1e9);
            events.add(RrPacket.ofMs(lastNs, Double.parseDouble(cells[1])));
        }
        int[] at = {-1};
        List<Event> starts =
                events.stream().filter(PhaseStart.class::isInstance).toList();
        Sessions.run(new Engine(method), events, snapshot -> {
            while (at[0] + 1 < starts.size() && starts.get(at[0] + 1).timeNs() < snapshot.tickNs()) {
                at[0]++;
            }
            if (at[0] >= 0) {
                signals.computeIfAbsent(phases.get(at[0]), phase -> new ArrayList<>())
                        .add(snapshot.response());
            }
        });
    }
}
