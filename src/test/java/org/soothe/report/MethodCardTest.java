package org.soothe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodCardTest {
    private static final Path CODE = Path.of("src/main/java/org/soothe");

    /** The rooms keep most constants to themselves, so the card repeats them, and this test compares. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "artifact/StepGate.java | SHORTEST_MS = 300; | 300 to 2000 ms",
                "artifact/StepGate.java | LONGEST_MS = 2000; | 300 to 2000 ms",
                "artifact/StepGate.java | LEARNING_BEATS = 20; | first 20 beats",
                "artifact/StepGate.java | SWING_RATIO = 0.18; | swing of 18 %",
                "artifact/CourseJudge.java | ALPHA = 7; | threshold 7 median departures",
                "artifact/CourseJudge.java | FLOOR_MS = 20; | at least 20 ms and 5 %",
                "artifact/CourseJudge.java | FLOOR_RATIO = 0.05; | at least 20 ms and 5 %",
                "artifact/CourseJudge.java | STEP_RATIO = 0.20; | largest step 20 %",
                "artifact/CourseJudge.java | MOST_STEP_RATIO = 0.40; | up to 40 % in a swing",
                "artifact/CourseDeviation.java | WINDOW_BEATS = 91; | of 91 beats",
                "artifact/LipponenTarvainen.java | LONGEST_RUN_BEATS = 3; | up to 3 in a run",
                "artifact/RhythmBlock.java | int BEATS = 64; | 64 beats",
                "artifact/RhythmBlock.java | FEWEST_BEATS = 48; | at least 48",
                "artifact/RhythmBlock.java | WIDER_PER_BEAT = 0.3 / 16; | up to 7.4 %",
                "artifact/RhythmBlock.java | UNSTEADY_RATIO = 0.057; | above 5.7 %",
                "artifact/RhythmBlock.java | FREQUENT_RATIO = 0.10; | more than 10 %",
                "artifact/QualityGate.java | GOOD_CORRECTED_RATIO = 0.05; | corrected <= 5 %",
                "artifact/QualityGate.java | USABLE_COVERAGE_RATIO = 0.80; | coverage >= 80 %",
                "beat/BeatClock.java | RISE_RATIO = 0.75; | more than 0.75 median RR",
                "beat/BeatClock.java | CERTAIN_RATIO = 1.25; | more than 1.25 longest RR",
                "beat/BeatClock.java | RISE_PACKET_COUNT = 5; | for 5 packets",
                "hrv/BreathingPeak.java | LEAST_SHARE_RATIO = 0.30; | >= 30 % of the power",
                "hrv/BreathingPeak.java | LOWEST_ACCEPTED_HZ = 0.12; | 0.12 to 0.5 Hz",
            })
    void theCardSaysWhatTheCodeDoes(String file, String constant, String onTheCard) throws IOException {
        assertThat(Files.readString(CODE.resolve(file))).contains(constant);
        assertThat(text()).contains(onTheCard);
    }

    @Test
    void versionWindowAndSpectrumAreOnTheCard() {
        assertThat(text())
                .contains("1.2.3", "5min", "256 samples, overlap 128", "lambdaRatio=500", "NATURAL", "0.15-0.40 Hz");
    }

    private static String text() {
        return MethodCard.ofAnalysis("1.2.3", "5min").toString();
    }
}
