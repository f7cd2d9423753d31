package org.soothe.artifact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.soothe.artifact.TestHearts.Breathing;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ReferenceRecordings;

/** The section of false alarms in {@code docs/validation.md}: clean series, of which no beat may be flagged. */
final class FalseAlarmPage {

    static final List<String> SYNTHETIC = List.of(
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
            "synth-states");

    private final StringBuilder page = new StringBuilder();

    /** Series of one kind, by number. */
    record Kind(int count, IntFunction<BeatSeries> series) {}

    static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put(
                "the clean series of `synth`",
                new Kind(SYNTHETIC.size(), i -> BeatSeries.ofMs(ReferenceRecordings.allMs(SYNTHETIC.get(i)))));
        kinds.put("clean truth of the injected series", new Kind(15, FalseAlarmPage::truth));
        kinds.put("paced at 4 to 10 a minute, swing 5 to 30 bpm", new Kind(100, FalseAlarmPage::paced));
        kinds.put("free breath, 10 to 18 a minute, swing 2 to 12 bpm", new Kind(100, FalseAlarmPage::free));
        kinds.put("swing 40 bpm at 4 to 7 a minute", new Kind(400, FalseAlarmPage::deep));
        return kinds;
    }

    String write() {
        page.append("""
                ## False alarms: no clean beat is flagged

                Clean series, above all of people who breathe slowly and deeply. The simulated persons differ in heart rate,
                swing, breath, asymmetry, noise and rounding (none, 1/1024 s, 2 ms, 8 ms); half of those with a swing of 40 bpm
                begin with two quiet minutes. Flagged: beats with any class but normal.

                | series | how many | intervals | flagged, final | flagged, live |
                |---|--:|--:|--:|--:|
                """);
        kinds().forEach(this::row);
        return page.toString();
    }

    private void row(String name, Kind kind) {
        int beatCount = 0;
        int last = 0;
        long live = 0;
        for (int i = 0; i < kind.count(); i++) {
            BeatSeries beats = kind.series().apply(i);
            beatCount += beats.size();
            last += TestHearts.flagged(BeatCleaner.clean(beats));
            live += TestHearts.flagged(TestHearts.live(beats));
        }
        page.append(
                String.format(Locale.ROOT, "| %s | %d | %d | %d | %d |\n", name, kind.count(), beatCount, last, live));
    }

    private static BeatSeries truth(int i) {
        int percent = new int[] {1, 3, 5}[i / 5];
        return BeatSeries.ofMs(
                TestHearts.differences(ReferenceRecordings.injectedBeatsMs(percent, i % 5, "clean_beats_ms")));
    }

    private static BeatSeries paced(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return person(random, 5 + 25 * random.nextDouble(), 4 + 6 * random.nextDouble(), 0);
    }

    private static BeatSeries free(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return person(random, 2 + 10 * random.nextDouble(), 10 + 8 * random.nextDouble(), 0);
    }

    private static BeatSeries deep(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return person(random, 40, 4 + 3 * random.nextDouble(), 120 * random.nextInt(2));
    }

    private static BeatSeries person(SplittableRandom random, double swingBpm, double rate, double quietS) {
        Breathing person = new Breathing(
                67 + 20 * random.nextDouble(), swingBpm, rate, 0.08 * random.nextInt(2), 3 * random.nextInt(3), quietS);
        double roundedToMs = new double[] {0, 1000.0 / 1024, 2, 8}[random.nextInt(4)];
        return BeatSeries.ofMs(TestHearts.breathing(random, person, roundedToMs, 300));
    }
}
