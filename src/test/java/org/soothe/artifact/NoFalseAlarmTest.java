package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.TestHearts.Breathing;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ReferenceRecordings;

/** A person who breathes slowly and deeply must not be punished: not one clean beat is flagged, live or final. */
class NoFalseAlarmTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "synth-direct_rest",
                "synth-direct_rest_1024",
                "synth-direct_rest_100hz",
                "synth-direct_hf_only",
                "synth-direct_resonance",
                "synth-direct_bigrsa",
                "synth-direct_fast",
                "synth-direct_edges",
                "synth-direct_long",
                "synth-ipfm_rest",
                "synth-ipfm_small",
                "synth-ipfm_strong",
                "synth-ipfm_hf03",
                "synth-chirp",
                "synth-sweep",
                "synth-states"
            })
    void noBeatOfACleanSyntheticSeriesIsFlagged(String id) {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.allMs(id));

        assertThat(TestHearts.flagged(BeatCleaner.clean(beats))).as("final").isZero();
        assertThat(TestHearts.flagged(TestHearts.live(beats))).as("live").isZero();
    }

    @ParameterizedTest(name = "swing of 40 bpm at 4 to 7 breaths a minute, seeds {0}00 to {0}99")
    @ValueSource(ints = {0, 1, 2, 3})
    void noBeatOfAPersonWithADeepSwingIsFlagged(int hundred) {
        for (int seed = 100 * hundred; seed < 100 * hundred + 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Breathing person = new Breathing(
                    67 + 20 * random.nextDouble(),
                    40,
                    4 + 3 * random.nextDouble(),
                    0.08 * random.nextInt(2),
                    3 * random.nextInt(3),
                    120 * random.nextInt(2));
            double roundedToMs = new double[] {0, 1000.0 / 1024, 2, 8}[random.nextInt(4)];
            BeatSeries beats = BeatSeries.ofMs(TestHearts.breathing(random, person, roundedToMs, 300));

            assertThat(TestHearts.flagged(BeatCleaner.clean(beats)))
                    .as("final, seed %d, %s", seed, person)
                    .isZero();
            assertThat(TestHearts.flagged(TestHearts.live(beats)))
                    .as("live, seed %d, %s", seed, person)
                    .isZero();
        }
    }

    @Test
    void noBeatOfTheCleanTruthOfAnInjectedSeriesIsFlagged() {
        for (int percent : new int[] {1, 3, 5}) {
            for (int seed = 0; seed < 5; seed++) {
                BeatSeries beats = BeatSeries.ofMs(
                        TestHearts.differences(ReferenceRecordings.injectedBeatsMs(percent, seed, "clean_beats_ms")));

                assertThat(TestHearts.flagged(BeatCleaner.clean(beats)))
                        .as("final %d %d", percent, seed)
                        .isZero();
                assertThat(TestHearts.flagged(TestHearts.live(beats)))
                        .as("live %d %d", percent, seed)
                        .isZero();
            }
        }
    }
}
