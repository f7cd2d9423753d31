package org.soothe.artifact;

import java.util.List;
import java.util.Locale;
import org.soothe.beat.BeatSeries;
import org.soothe.hrv.Band;
import org.soothe.hrv.NnArray;
import org.soothe.hrv.PairRule;
import org.soothe.hrv.SpectrumAnalyzer;
import org.soothe.hrv.SpectrumSettings;
import org.soothe.hrv.TimeDomain;
import org.soothe.testing.ReferenceRecordings;

/** The section of artifacts in {@code docs/validation.md}. */
final class ArtifactValidationPage {

    static final List<String> RECORDINGS = List.of(
            "polar-rest",
            "polar-exercise",
            "polar-noisy",
            "pyhrv-60min",
            "biosppy-rri",
            "polar-h10-pvc",
            "mitdb-100",
            "ltdb-14157",
            "nsr001",
            "nsr004",
            "afdb-03665",
            "pulse-2013-12-27-18-01-02",
            "pulse-2014-01-07-18-28-25",
            "pulse-2014-02-25-22-23-05",
            "pulse-2014-03-20-21-13-32",
            "pulse-2014-06-09-18-49-45",
            "pulse-2014-06-09-20-12-31",
            "pulse-2015-04-21-18-23-00",
            "pulse-2016-12-31-14-21-11",
            "pulse-2017-01-20-17-15-00");

    private final StringBuilder page = new StringBuilder();

    /** An injected series against its clean truth, in percent. */
    record Injected(
            double rmssdPercent, double hfPercent, double liveRmssdPercent, double referencePercent, String found) {}

    /** A stretch against the normal beats of the expert. */
    record Expert(double expertMs, double oursMs, double referenceMs, QualityGrade grade, Rhythm rhythm) {

        double errorRatio() {
            return Math.abs(oursMs / expertMs - 1);
        }
    }

    /** All windows of five minutes of a recording, in percent of them. */
    record Windows(
            int count, double goodPercent, double usablePercent, double irregularPercent, double ectopicPercent) {}

    static Injected injected(int percent, int seed) {
        double[] truth = TestHearts.differences(ReferenceRecordings.injectedBeatsMs(percent, seed, "clean_beats_ms"));
        double[] corrupt =
                TestHearts.differences(ReferenceRecordings.injectedBeatsMs(percent, seed, "corrupt_beats_ms"));
        CleanSeries clean = BeatCleaner.clean(BeatSeries.ofMs(corrupt));
        NnSeries truthNn = NnArray.ofMs(truth);
        double truthMs = rmssd(truthNn, 0, truth.length, PairRule.WITH_CORRECTED);
        double[] reference = new LipponenTarvainen(corrupt).correctedMs();
        NnSeries live = TestHearts.live(BeatSeries.ofMs(corrupt)).nn();
        return new Injected(
                percentOff(rmssd(clean, 0, clean.size(), PairRule.WITH_CORRECTED), truthMs),
                percentOff(hf(clean), hf(truthNn)),
                percentOff(rmssd(live, 0, live.size(), PairRule.UNCORRECTED_ONLY), truthMs),
                percentOff(rmssd(NnArray.ofMs(reference), 0, reference.length, PairRule.WITH_CORRECTED), truthMs),
                String.format(
                        Locale.ROOT,
                        "%d / %d / %d / %d / %d",
                        clean.missedCount(),
                        clean.extraCount(),
                        clean.ectopicCount(),
                        clean.longShortCount(),
                        clean.rangeCount()));
    }

    /** Cleans a stretch alone and compares with pairs of intervals between normal beats. */
    static Expert expert(String id, int from, int to) {
        double[] all = ReferenceRecordings.rrMs(id);
        double[] rr = java.util.Arrays.copyOfRange(all, from, to);
        boolean[] normal = java.util.Arrays.copyOfRange(ReferenceRecordings.normalBeats(id), from, to + 1);
        BeatSeries beats = BeatSeries.ofMs(rr);
        CleanSeries clean = BeatCleaner.clean(beats);
        long endNs = beats.timeNs(beats.size() - 1);
        double[] reference = new LipponenTarvainen(rr).correctedMs();
        return new Expert(
                expertRmssd(rr, normal, 0, rr.length),
                rmssd(clean, 0, clean.size(), PairRule.WITH_CORRECTED),
                rmssd(NnArray.ofMs(reference), 0, reference.length, PairRule.WITH_CORRECTED),
                new QualityGate().evaluate(clean, 0, endNs),
                new IrregularRhythm().of(clean, 0, endNs));
    }

    static double expertRmssd(double[] rr, boolean[] normal, int from, int to) {
        double squares = 0;
        int pairs = 0;
        for (int i = from + 1; i < to; i++) {
            if (normal[i - 1] && normal[i] && normal[i + 1]) {
                squares += (rr[i] - rr[i - 1]) * (rr[i] - rr[i - 1]);
                pairs++;
            }
        }
        return StrictMath.sqrt(squares / pairs);
    }

    static Windows windows(String id, long windowNs) {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.allMs(id));
        CleanSeries clean = BeatCleaner.clean(beats);
        QualityGate gate = new QualityGate();
        IrregularRhythm rhythm = new IrregularRhythm();
        int count = 0;
        int good = 0;
        int usable = 0;
        int irregular = 0;
        int ectopic = 0;
        for (long t = 0; t + windowNs <= beats.timeNs(beats.size() - 1); t += windowNs) {
            QualityGrade grade = gate.evaluate(clean, t, t + windowNs);
            Rhythm seen = rhythm.of(clean, t, t + windowNs);
            count++;
            good += grade == QualityGrade.GOOD ? 1 : 0;
            usable += grade == QualityGrade.BAD ? 0 : 1;
            irregular += seen == Rhythm.IRREGULAR ? 1 : 0;
            ectopic += seen == Rhythm.FREQUENT_ECTOPICS ? 1 : 0;
        }
        double share = 100.0 / Math.max(1, count);
        return new Windows(count, share * good, share * usable, share * irregular, share * ectopic);
    }

    String write() {
        page.append("""
                ## Artifacts: what remains of them after correction

                "Reference" is Lipponen and Tarvainen 2019 as published, `LipponenTarvainen`.

                ### Injected artifacts

                Difference from the clean truth in percent. Injected per series: 3, 7 or 12 of each kind (missed, extra, ectopic).
                HF by `SpectrumSettings.LAB`. Live: pairs with a corrected interval left out. Found: missed / extra / ectopic /
                long or short / left out by the gates.

                | injected | series | RMSSD % | HF % | live RMSSD % | reference RMSSD % | found |
                |--:|--:|--:|--:|--:|--:|---|
                """);
        for (int percent : new int[] {1, 3, 5}) {
            for (int seed = 0; seed < 5; seed++) {
                Injected r = injected(percent, seed);
                row(
                        "| %d %% | %d | %+.2f | %+.2f | %+.2f | %+.2f | %s |",
                        percent,
                        seed,
                        r.rmssdPercent(),
                        r.hfPercent(),
                        r.liveRmssdPercent(),
                        r.referencePercent(),
                        r.found());
            }
        }
        page.append("""

                ### Against the normal beats of an expert

                RMSSD in ms of each stretch, cleaned alone; expert: pairs of neighbouring intervals between normal beats.

                | recording | from | to | expert | ours | reference | quality | rhythm |
                |---|--:|--:|--:|--:|--:|---|---|
                """);
        expertRow("mitdb-100", 0, 2272);
        expertRow("ltdb-14157", 4086, 4424);
        expertRow("ltdb-14157", 12399, 12754);
        expertRow("ltdb-14157", 33606, 33967);
        windowTable();
        return page.toString();
    }

    private void windowTable() {
        page.append("""

                ### Quality and rhythm of windows of five minutes

                Percent of windows. Irregular and ectopic windows are not readable, whatever their grade.

                | recording | windows | GOOD | GOOD or USABLE | irregular | frequent ectopics |
                |---|--:|--:|--:|--:|--:|
                """);
        for (String id : RECORDINGS) {
            Windows w = windows(id, TestHearts.FIVE_MINUTES_NS);
            if (w.count() > 0) {
                row(
                        "| %s | %d | %.0f | %.0f | %.1f | %.1f |",
                        id, w.count(), w.goodPercent(), w.usablePercent(), w.irregularPercent(), w.ectopicPercent());
            }
        }
    }

    private void expertRow(String id, int from, int to) {
        Expert r = expert(id, from, to);
        row(
                "| %s | %d | %d | %.2f | %.2f | %.2f | %s | %s |",
                id, from, to, r.expertMs(), r.oursMs(), r.referenceMs(), r.grade(), r.rhythm());
    }

    private void row(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double hf(NnSeries nn) {
        return new SpectrumAnalyzer(SpectrumSettings.LAB).read(nn, 0, nn.size()).powerMs2(Band.HF);
    }

    private static double rmssd(NnSeries nn, int from, int to, PairRule rule) {
        TimeDomain time = new TimeDomain();
        time.read(nn, from, to, rule);
        return time.rmssdMs();
    }

    private static double percentOff(double value, double truth) {
        return 100 * (value / truth - 1);
    }
}
