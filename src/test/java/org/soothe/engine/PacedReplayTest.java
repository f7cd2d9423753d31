package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soothe.breathing.Adherence;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;
import org.soothe.hrv.WithheldReason;

/** The synthetic person of {@code data/synth/sweep.csv}, who follows seven paces, through the whole engine. */
class PacedReplayTest {

    private static final Path SWEEP = Path.of("src/test/resources/data/synth/sweep.csv");
    private static final long STEP_NS = 120_000_000_000L;
    private static final long MARGIN_NS = 10_000_000_000L;

    private record Beat(long timeNs, double rrMs, double perMin) {}

    @Test
    void atEveryPaceTheHeartIsSeenToFollowAndThePaceIsTheBreathingRate() throws IOException {
        Engine engine = new Engine();
        double perMin = 0;
        long stepNs = 0;
        List<Double> judged = new ArrayList<>();
        for (Beat beat : beats()) {
            if (beat.perMin() != perMin) {
                perMin = beat.perMin();
                stepNs = beat.timeNs();
                engine.update(PacerSetting.steady(stepNs, perMin, 0.45));
            }
            engine.update(RrPacket.ofMs(beat.timeNs(), beat.rrMs()));
            if (beat.timeNs() - stepNs > STEP_NS - MARGIN_NS && !judged.contains(perMin)) {
                judged.add(perMin);
                Snapshot snapshot = engine.snapshot();
                assertThat(snapshot.paced().adherence()).as("at %s", perMin).isEqualTo(Adherence.FOLLOWING);
                assertThat(snapshot.paced().r2Ratio().orNaN()).isGreaterThan(0.8);
                assertThat(snapshot.breathingRatePerMin().orNaN()).isCloseTo(perMin, within(1e-9));
            }
        }
        assertThat(judged).containsExactly(7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0);
    }

    @Test
    void withoutAPacerThePacedMeasuresAreWithheldForThatReason() throws IOException {
        Engine engine = new Engine();
        for (Beat beat : beats()) {
            engine.update(RrPacket.ofMs(beat.timeNs(), beat.rrMs()));
        }
        assertThat(engine.snapshot().paced().adherenceReason()).isEqualTo(WithheldReason.NO_PACER);
    }

    private static List<Beat> beats() throws IOException {
        return Files.readAllLines(SWEEP).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(field -> new Beat(
                        Math.round(Double.parseDouble(field.get(0)) * 1e9),
                        Double.parseDouble(field.get(1)),
                        Double.parseDouble(field.get(2))))
                .toList();
    }
}
