package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;

/** The synthetic person of {@code data/synth/states.csv}: rest, threat, soothing, rest, each 300 s, labelled. */
class StatesReplayTest {

    private static final Path STATES = Path.of("src/test/resources/data/synth/states.csv");

    private final Map<Phase, List<ResponseSignal>> signals = new EnumMap<>(Phase.class);

    @Test
    void threatReadsAsThreatAndTheLastRestAsNoChange() throws IOException {
        replay();
        assertThat(signals.get(Phase.COMPASSION_SELF))
                .filteredOn(signal -> signal.state() == ResponseState.THREAT_RESPONSE)
                .hasSizeGreaterThan(30);
        assertThat(signals.get(Phase.COMPASSION_SELF))
                .extracting(ResponseSignal::state)
                .doesNotContain(ResponseState.SOOTHING, ResponseState.OTHER_ACTIVATION);
        assertThat(signals.get(Phase.RECOVERY))
                .extracting(ResponseSignal::state)
                .containsOnly(ResponseState.SETTLING, ResponseState.NEUTRAL);
    }

    @Test
    void theStretchLabelledSoothingIsRefusedBecauseItsBreathingIsSixPerMinuteAndTheRestsFifteen() throws IOException {
        replay();
        assertThat(signals.get(Phase.COMPASSION_OTHER))
                .extracting(ResponseSignal::state)
                .doesNotContain(ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION);
        assertThat(signals.get(Phase.COMPASSION_OTHER))
                .contains(new ResponseSignal.Unreadable(ResponseReason.BREATHING_CHANGED));
    }

    private void replay() throws IOException {
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
        Sessions.run(events, snapshot -> {
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
