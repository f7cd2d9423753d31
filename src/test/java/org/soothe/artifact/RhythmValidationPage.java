package org.soothe.artifact;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.soothe.artifact.TestHearts.Breathing;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ReferenceRecordings;

/** The section of rhythms in {@code docs/validation.md}. */
final class RhythmValidationPage {

    static final double[] VARIATIONS = {0.10, 0.12, 0.15, 0.20, 0.25, 0.30};
    static final int SEEDS = 100;

    private static final double EPISODE_S = 300;
    private static final long LATE_NS = 60_000_000_000L;

    private final StringBuilder page = new StringBuilder();

    /** An episode of fibrillation of five minutes between five minutes of sinus rhythm on each side, over all seeds. */
    record Onset(
            double medianDelayS,
            double longestDelayS,
            double seenPercent,
            double halfWindowsPercent,
            double fullWindowsPercent,
            double beforePercent,
            double afterPercent) {}

    static RhythmCounts fibrillation(double variation) {
        RhythmCounts counts = new RhythmCounts();
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double bpm = 60 + 90 * random.nextDouble();
            counts.add(BeatSeries.ofMs(TestHearts.fibrillation(random, bpm, variation, 301)));
        }
        return counts;
    }

    static Onset onset(double variation) {
        double[] delaysS = new double[SEEDS];
        int[] seen = new int[2];
        int[] before = new int[2];
        int[] after = new int[2];
        int half = 0;
        int full = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Breathing rest = new Breathing(
                    55 + 25 * random.nextDouble(), 4 + 8 * random.nextDouble(), 8 + 8 * random.nextDouble(), 0, 3, 0);
            double[] sinus = TestHearts.breathing(random, rest, 0, EPISODE_S);
            double[] episode = TestHearts.fibrillation(random, 80 + 70 * random.nextDouble(), variation, EPISODE_S);
            double[] end = TestHearts.breathing(random, rest, 0, EPISODE_S);
            BeatSeries beats = BeatSeries.ofMs(joined(sinus, episode, end));
            long fromNs = beats.timeNs(sinus.length - 1);
            long toNs = beats.timeNs(sinus.length + episode.length - 1);
            long[] firstNs = {Long.MAX_VALUE};
            RhythmCounts.ticks(beats, (nowNs, rhythm) -> {
                boolean flagged = RhythmCounts.unreadable(rhythm);
                if (nowNs <= fromNs) {
                    count(before, flagged);
                } else if (nowNs <= toNs) {
                    firstNs[0] = flagged ? Math.min(firstNs[0], nowNs) : firstNs[0];
                    if (nowNs > fromNs + LATE_NS) {
                        count(seen, flagged);
                    }
                } else if (nowNs > toNs + LATE_NS) {
                    count(after, flagged);
                }
            });
            delaysS[seed] = (firstNs[0] - fromNs) / 1e9;
            CleanSeries clean = BeatCleaner.clean(beats);
            IrregularRhythm rhythm = new IrregularRhythm();
            long halfNs = TestHearts.FIVE_MINUTES_NS / 2;
            half += rhythm.of(clean, fromNs - halfNs, fromNs + halfNs) == Rhythm.IRREGULAR ? 1 : 0;
            full += rhythm.of(clean, fromNs, toNs) == Rhythm.IRREGULAR ? 1 : 0;
        }
        Arrays.sort(delaysS);
        return new Onset(
                delaysS[SEEDS / 2],
                delaysS[SEEDS - 1],
                percent(seen),
                100.0 * half / SEEDS,
                100.0 * full / SEEDS,
                percent(before),
                percent(after));
    }

    /** Series with a rhythm that the method reads, by name. */
    static Map<String, RhythmCounts> regular() {
        Map<String, RhythmCounts> all = new LinkedHashMap<>();
        for (String id : List.of(
                "nsr001",
                "nsr004",
                "polar-rest",
                "polar-exercise",
                "synth-direct_bigrsa",
                "synth-direct_resonance",
                "synth-chirp",
                "synth-sweep",
                "synth-states")) {
            all.put(id, new RhythmCounts().add(BeatSeries.ofMs(ReferenceRecordings.allMs(id))));
        }
        all.put("100 persons, swing 40 bpm, 4 to 7 breaths a minute", persons(RhythmValidationPage::deep));
        all.put("100 persons, swing 5 to 20 bpm, 4 to 7 breaths a minute", persons(RhythmValidationPage::slow));
        all.put("100 persons, swing 2 to 12 bpm, 10 to 18 breaths a minute", persons(RhythmValidationPage::free));
        all.put(
                "100 slow hearts, 42 to 62 bpm, swing 2 to 8 bpm, 10 to 18 breaths",
                persons(RhythmValidationPage::slowHeart));
        all.put(
                "100 slow hearts, 42 to 62 bpm, swing 5 to 20 bpm, 4 to 7 breaths",
                persons(RhythmValidationPage::slowDeepHeart));
        return all;
    }

    private static RhythmCounts persons(IntFunction<BeatSeries> person) {
        RhythmCounts counts = new RhythmCounts();
        for (int seed = 0; seed < SEEDS; seed++) {
            counts.add(person.apply(seed));
        }
        return counts;
    }

    private static BeatSeries deep(int seed) {
        return person(seed, 65, 40, 40, 4, 7);
    }

    private static BeatSeries slow(int seed) {
        return person(seed, 65, 5, 20, 4, 7);
    }

    private static BeatSeries free(int seed) {
        return person(seed, 65, 2, 12, 10, 18);
    }

    private static BeatSeries slowHeart(int seed) {
        return person(seed, 42, 2, 8, 10, 18);
    }

    private static BeatSeries slowDeepHeart(int seed) {
        return person(seed, 42, 5, 20, 4, 7);
    }

    private static BeatSeries person(
            int seed, double heartBpm, double leastBpm, double mostBpm, double slowest, double fastest) {
        SplittableRandom random = new SplittableRandom(seed);
        double heartRateBpm = heartBpm + 20 * random.nextDouble();
        double swingBpm = leastBpm + (mostBpm - leastBpm) * random.nextDouble();
        double rate = slowest + (fastest - slowest) * random.nextDouble();
        Breathing person =
                new Breathing(heartRateBpm, swingBpm, rate, 0.08 * random.nextInt(2), 2 + 3 * random.nextDouble(), 0);
        return BeatSeries.ofMs(TestHearts.breathing(random, person, 1000.0 / 1024, 301));
    }

    String write() {
        page.append("""
                ## Rhythm: irregular seen, regular left alone

                A window or tick is *irregular* if intervals depart from the course of their neighbours and do not repeat
                (`RhythmBlock`), and *not readable* if it is irregular or has too many ectopic beats. Windows are final, five
                minutes long, one after the other; ticks are live, every five seconds, and those with too few beats to tell
                (the first 48, of a resting heart 40 to 60 seconds) are left out.

                ### Simulated atrial fibrillation

                100 seeds for each coefficient of variation, mean rate 60 to 150 a minute: log-normal intervals, hardly
                correlated, none shorter than the AV node allows, a slow drift. Percent of windows and ticks; and the seconds
                from the first beat to the first live tick that is not readable.

                | variation | windows | irregular | not readable | ticks | irregular | not readable | first, median | longest |
                |--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (double variation : VARIATIONS) {
            RhythmCounts counts = fibrillation(variation);
            row(
                    "| %.2f | %d | %.1f | %.1f | %d | %.1f | %.1f | %.0f | %.0f |",
                    variation,
                    counts.windowCount(),
                    counts.irregularWindowsPercent(),
                    counts.unreadableWindowsPercent(),
                    counts.tickCount(),
                    counts.irregularTicksPercent(),
                    counts.unreadableTicksPercent(),
                    counts.medianFirstS(),
                    counts.longestFirstS());
        }
        page.append("""

                ### It begins and ends

                Five minutes of fibrillation between five minutes of sinus rhythm on each side, 100 seeds each. Delay: from the
                first irregular beat to the first live tick that is not readable, in seconds. Seen: live ticks not readable from
                a minute after the onset to the end. Windows: final, half of them in the episode, and all. Before, and from a
                minute after the end: live ticks not readable. All in percent but the delay.

                | variation | delay, median | longest | seen | half windows | whole windows | before | after |
                |--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (double variation : VARIATIONS) {
            Onset o = onset(variation);
            row(
                    "| %.2f | %.0f | %.0f | %.1f | %.0f | %.0f | %.1f | %.1f |",
                    variation,
                    o.medianDelayS(),
                    o.longestDelayS(),
                    o.seenPercent(),
                    o.halfWindowsPercent(),
                    o.fullWindowsPercent(),
                    o.beforePercent(),
                    o.afterPercent());
        }
        page.append("""

                ### False flags

                Percent of windows and ticks called not readable where the rhythm is regular. The two days are normal sinus
                rhythm with the few ectopic beats of healthy people; a deep slow breath is what other detectors take for
                fibrillation.

                | series | windows | not readable | ticks | not readable |
                |---|--:|--:|--:|--:|
                """);
        regular()
                .forEach((name, counts) -> row(
                        "| %s | %d | %.2f | %d | %.2f |",
                        name,
                        counts.windowCount(),
                        counts.unreadableWindowsPercent(),
                        counts.tickCount(),
                        counts.unreadableTicksPercent()));
        return page.toString();
    }

    private void row(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static void count(int[] counts, boolean flagged) {
        counts[flagged ? 1 : 0]++;
    }

    private static double percent(int[] counts) {
        return 100.0 * counts[1] / (counts[0] + counts[1]);
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
