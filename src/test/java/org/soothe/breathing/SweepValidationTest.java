package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.soothe.event.PacerSetting;

/**
 * The synthetic person of {@code data/synth/sweep.csv}, whose amplitude at seven paces is known from a resonance at 5.55
 * per minute; the amplitudes are those of the manifest beside it.
 */
class SweepValidationTest {

    private static final Map<Double, Double> AMPLITUDE_MS =
            Map.of(7.0, 37.332, 6.5, 52.840, 6.0, 78.464, 5.5, 100.646, 5.0, 85.144, 4.5, 62.804, 4.0, 48.711);

    private static final double SETTLE_S = 30;

    private record Beat(double timeS, double rrMs, double perMin) {}

    @Test
    void theAmplitudeAtEveryPaceIsTheTrueOneAndTheBestPaceIsFound() throws IOException {
        Map<Double, Double> found = new LinkedHashMap<>();
        for (Map.Entry<Double, ListedNn> step : steps().entrySet()) {
            ListedNn nn = step.getValue();
            long startNs = nn.timeNs(0);
            long endNs = nn.timeNs(nn.size() - 1);
            PacerTrack track = new PacerTrack(2);
            track.accept(PacerSetting.steady(startNs, step.getKey(), 0.45));
            PacedReading reading = new PacedReading(400);
            reading.read(nn, track, startNs + Math.round(SETTLE_S * 1e9), endNs);
            assertThat(reading.adherence()).as("at %s", step.getKey()).isEqualTo(Adherence.FOLLOWING);
            double truthMs = AMPLITUDE_MS.getOrDefault(step.getKey(), Double.NaN);
            assertThat(reading.rsaAmplitudeMs() / truthMs)
                    .as("at %s", step.getKey())
                    .isCloseTo(1, within(0.03));
            found.put(step.getKey(), reading.rsaAmplitudeMs());
        }
        assertThat(found).hasSize(7);
        assertThat(found.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .isEqualTo(5.5);
    }

    private static Map<Double, ListedNn> steps() throws IOException {
        Map<Double, ListedNn> steps = new LinkedHashMap<>();
        for (Beat beat : beats()) {
            steps.computeIfAbsent(beat.perMin(), pace -> new ListedNn()).add(beat.timeS(), beat.rrMs());
        }
        return steps;
    }

    private static List<Beat> beats() throws IOException {
        InputStream in = SweepValidationTest.class.getResourceAsStream("/data/synth/sweep.csv");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .map(field -> new Beat(
                            Double.parseDouble(field.get(0)),
                            Double.parseDouble(field.get(1)),
                            Double.parseDouble(field.get(2))))
                    .toList();
        }
    }
}
