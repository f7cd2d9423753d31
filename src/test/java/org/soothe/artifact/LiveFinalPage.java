package org.soothe.artifact;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.soothe.beat.BeatSeries;
import org.soothe.hrv.PairRule;
import org.soothe.hrv.TimeDomain;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.WristbandBeats;

/** The section of live and final judgement in {@code docs/validation.md}: every recording of the test data. */
final class LiveFinalPage {

    private final StringBuilder page = new StringBuilder();
    private final Map<String, Difference> results = new LinkedHashMap<>();

    /** The live judgement against the final one over a whole recording. Changed: another class; flagged: normal or not. */
    record Difference(
            int beats, int decided, int changed, int turned, double liveMs, double finalSamePairsMs, double finalMs) {

        double changedPercent() {
            return 100.0 * changed / decided;
        }

        double turnedPercent() {
            return 100.0 * turned / decided;
        }

        double rmssdPercent() {
            return 100 * (liveMs / finalMs - 1);
        }
    }

    static Map<String, Supplier<BeatSeries>> recordings() {
        Map<String, Supplier<BeatSeries>> all = new LinkedHashMap<>();
        for (ReferenceRecordings.Segment segment : ReferenceRecordings.segments()) {
            all.put(segment.recording(), () -> BeatSeries.ofMs(ReferenceRecordings.rrMs(segment.recording())));
        }
        for (String id : new String[] {"nsr001", "nsr004", "synth-chirp", "synth-sweep", "synth-states"}) {
            all.put(id, () -> BeatSeries.ofMs(ReferenceRecordings.allMs(id)));
        }
        for (int percent : new int[] {1, 3, 5}) {
            for (int seed = 0; seed < 5; seed++) {
                int series = seed;
                all.put("synth-artifacts_" + percent + "pct_" + seed, () -> injected(percent, series));
            }
        }
        for (String subject : WristbandBeats.subjects()) {
            all.put("wristband " + subject, () -> WristbandBeats.read(subject));
        }
        return all;
    }

    private static BeatSeries injected(int percent, int seed) {
        return BeatSeries.ofMs(
                TestHearts.differences(ReferenceRecordings.injectedBeatsMs(percent, seed, "corrupt_beats_ms")));
    }

    static Difference difference(BeatSeries beats) {
        CleanSeries clean = BeatCleaner.clean(beats);
        CollectedNn live = CollectedNn.of(beats);
        int changed = 0;
        int turned = 0;
        for (int i = 0; i < live.decidedCount(); i++) {
            BeatClass first = live.beatClass(i);
            BeatClass last = clean.beatClass(i);
            changed += first == last ? 0 : 1;
            turned += (first == BeatClass.NORMAL) == (last == BeatClass.NORMAL) ? 0 : 1;
        }
        int sameEnd = clean.size();
        while (clean.timeNs(sameEnd - 1) > live.timeNs(live.size() - 1)) {
            sameEnd--;
        }
        return new Difference(
                beats.size(),
                live.decidedCount(),
                changed,
                turned,
                rmssd(live, live.size(), PairRule.UNCORRECTED_ONLY),
                rmssd(clean, sameEnd, PairRule.UNCORRECTED_ONLY),
                rmssd(clean, sameEnd, PairRule.WITH_CORRECTED));
    }

    /** Computes all, recording by recording. */
    Map<String, Difference> results() {
        if (results.isEmpty()) {
            recordings().forEach((name, beats) -> results.put(name, difference(beats.get())));
        }
        return results;
    }

    String write() {
        page.append("""
                ## Live and final

                Every recording of the test data, raw intervals in. Class changed: beats whose class (missed, extra, ectopic,
                ...) is another one in the end, in percent; verdict turned: beats that were normal and are not in the end, or
                the other way round. RMSSD in ms up to the last beat that is decided live: live (pairs with a corrected interval
                left out), final with the same rule, final with all pairs, and how far live is from that.

                Whole recordings count, stretches that nobody should read included: the largest differences are where the rhythm
                is irregular or full of ectopic beats (`polar-h10-pvc`, `derived-polar_h10.ecg`, `ltdb-14157`, `afdb-03665`) and
                in pulse waves full of movement (`derived-S..`, `pulse-2014-01-07-18-28-25`).

                | recording | beats | class changed % | verdict turned % | live | final, same pairs | final | live off % |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
        results()
                .forEach((name, r) -> row(
                        "| %s | %d | %.2f | %.2f | %.1f | %.1f | %.1f | %+.1f |",
                        name,
                        r.beats(),
                        r.changedPercent(),
                        r.turnedPercent(),
                        r.liveMs(),
                        r.finalSamePairsMs(),
                        r.finalMs(),
                        Math.rint(10 * r.rmssdPercent()) / 10 + 0.0));
        summary();
        return page.toString();
    }

    private void summary() {
        Map<String, int[]> groups = new TreeMap<>();
        results().forEach((name, r) -> {
            int[] sums = groups.computeIfAbsent(group(name), key -> new int[4]);
            sums[0]++;
            sums[1] += r.decided();
            sums[2] += r.changed();
            sums[3] += r.turned();
        });
        page.append("""

                | all of a kind | recordings | beats decided | class changed % | verdict turned % |
                |---|--:|--:|--:|--:|
                """);
        groups.forEach((name, sums) -> row(
                "| %s | %d | %d | %.2f | %.2f |",
                name, sums[0], sums[1], 100.0 * sums[2] / sums[1], 100.0 * sums[3] / sums[1]));
    }

    private static String group(String name) {
        if (name.startsWith("synth-artifacts")) {
            return "simulated, artifacts injected";
        }
        if (name.startsWith("synth-")) {
            return "simulated, clean";
        }
        if (name.startsWith("wristband") || name.startsWith("derived-S")) {
            return "wristband";
        }
        return name.startsWith("pulse-") ? "pulse sensor" : "electrodes";
    }

    private void row(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double rmssd(NnSeries nn, int end, PairRule rule) {
        TimeDomain time = new TimeDomain();
        time.read(nn, 0, end, rule);
        return time.rmssdMs();
    }
}
