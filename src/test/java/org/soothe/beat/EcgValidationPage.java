package org.soothe.beat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.soothe.testing.BeatMatch;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.Waves;

/** The section on beats found in an ECG in {@code docs/validation.md}. */
final class EcgValidationPage {

    static final double MITDB_HZ = 360;
    private static final int MITDB_MICROVOLT_PER_UNIT = 5;

    /** What the eye sees where the finder and the other software differ, by the time of the difference to 0.01 s. */
    static final Map<String, String> POLAR_DIFFERENCES = differences(
            "57.41 57.58 57.74 a burst of disturbance hides the heart for half a second; nobody can tell the beats in it",
            "77.62 99.87 175.81 269.32 442.13 547.50 muscle noise in the pause after a ventricular beat; no complex there");

    static final Map<String, String> NEUROKIT_DIFFERENCES = differences(
            "0.18 a wave before the first complex, when nothing is learned yet",
            "92.41 93.01 movement on both sides of a hidden beat",
            "92.73 movement; the pulse wave shows a beat here that the other software misses",
            "217.70 movement; the pulse wave shows a beat here, the other software has it 0.25 s earlier",
            "231.79 a disturbed second; the pulse wave shows a beat here that the other software misses",
            "232.13 the same disturbed second; no beat",
            "295.40 296.73 298.85 movement; no beat",
            "299.93 the last beat, not decided when the recording ends");

    private static final Map<Double, BeatMatch> NORMAL = new ConcurrentHashMap<>();
    private static final Map<String, BeatMatch> DISTURBED = new ConcurrentHashMap<>();

    private final StringBuilder page = new StringBuilder();

    /** Normal beats against the experts', at a sample rate; computed once. */
    static BeatMatch normal(double rateHz) {
        return NORMAL.computeIfAbsent(rateHz, rate -> mitdb("N", rate, i -> 0));
    }

    /** All beats against the experts', with something added to the ECG; computed once. */
    static BeatMatch disturbed(String name) {
        return DISTURBED.computeIfAbsent(
                name,
                added -> mitdb(
                        "NAV", MITDB_HZ, Objects.requireNonNull(disturbances().get(added))));
    }

    private static BeatMatch mitdb(String symbols, double rateHz, IntUnaryOperator change) {
        int[] samples = Waves.read("mitdb-100/100.mlii.diff16.gz", MITDB_MICROVOLT_PER_UNIT);
        int[] changed = IntStream.range(0, samples.length)
                .map(i -> samples[i] + change.applyAsInt(i))
                .toArray();
        FoundBeats found = FoundBeats.inEcg(rateHz, Waves.resampled(changed, MITDB_HZ, rateHz));
        return BeatMatch.of(ReferenceRecordings.expertBeatsS(symbols), found.timesS(), 0);
    }

    static BeatMatch polar() {
        double[] peer = ReferenceRecordings.peerBeatsS("polar-h10-pvc/polar_h10.ecg.derived-peaks.txt", 130);
        FoundBeats found = FoundBeats.inEcg(130, Waves.read("polar-h10-pvc/polar_h10_ecg.diff16.gz", 1));
        return BeatMatch.of(peer, found.timesS(), 0);
    }

    static BeatMatch neurokit() {
        double[] peer = ReferenceRecordings.peerBeatsS("neurokit-resting/bio_resting_5min.ecg.derived-peaks.txt", 100);
        FoundBeats found = FoundBeats.inEcg(100, Waves.read("neurokit-resting/bio_resting_5min.ecg.diff16.gz", 1));
        return BeatMatch.of(peer, found.timesS(), 0);
    }

    /** What is added to the ECG of record 100, in microvolts by the sample. */
    static Map<String, IntUnaryOperator> disturbances() {
        SplittableRandom random = new SplittableRandom(100);
        Map<String, IntUnaryOperator> all = new LinkedHashMap<>();
        all.put("nothing", i -> 0);
        all.put("base line of 2 mV at 0.3 Hz", i -> (int) (2000 * StrictMath.sin(2 * Math.PI * 0.3 * i / MITDB_HZ)));
        all.put("mains hum of 0.2 mV at 50 Hz", i -> (int) (200 * StrictMath.sin(2 * Math.PI * 50 * i / MITDB_HZ)));
        all.put("white noise, SD 0.05 mV", i -> (int) (50 * random.nextGaussian()));
        all.put("white noise, SD 0.1 mV", i -> (int) (100 * random.nextGaussian()));
        return all;
    }

    String write() {
        page.append("""
                ## Beats found in an ECG

                `EcgBeatFinder` reads the raw ECG as it comes, in blocks of about half a second. A found beat counts as right
                within 150 ms of one of the reference (ANSI/AAMI EC57). SD: of found less reference times, so without any
                constant; the reference times lie on whole samples, which alone is 0.8 ms at 360 Hz, 2.2 ms at 130 Hz and
                2.9 ms at 100 Hz.

                | ECG | reference | beats there | found | missed | extra | sensitivity | predictivity | timing SD |
                |---|---|--:|--:|--:|--:|--:|--:|--:|
                """);
        row("mitdb-100", "experts, all beats", disturbed("nothing"));
        row("polar-h10-pvc", "other software", polar());
        row("neurokit-resting", "other software", neurokit());
        page.append(
                "\nThe one beat of mitdb-100 that is missing is the last one, not decided when the recording ends.\n");
        rates();
        page.append("""

                The same record with disturbances added; the aim of 99.5 % holds for all of them.

                | added | beats there | found | missed | extra | sensitivity | predictivity | timing SD |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
        disturbances()
                .keySet()
                .forEach(name -> page.append("| ")
                        .append(name)
                        .append(" | ")
                        .append(disturbed(name).cells())
                        .append(" |\n"));
        page.append("""

                ### Where the other software says something else

                Each difference, looked at in the wave. In `polar-h10-pvc` (very many ventricular beats, 130 samples a second):

                """);
        differences(polar(), POLAR_DIFFERENCES);
        page.append("\nIn `neurokit-resting` (small complexes, movement, 100 samples a second):\n\n");
        differences(neurokit(), NEUROKIT_DIFFERENCES);
        return page.toString();
    }

    private void rates() {
        page.append("""

                Normal beats of mitdb-100 (N) alone, and read at other sample rates (from straight lines between the samples):

                | samples a second | beats there | missed | timing SD |
                |--:|--:|--:|--:|
                """);
        for (double rateHz : new double[] {360, 100, 130, 250, 500, 1000}) {
            BeatMatch match = normal(rateHz);
            page.append(String.format(
                    Locale.ROOT,
                    "| %.0f | %d | %d | %.2f ms |\n",
                    rateHz,
                    match.matchedCount() + match.missedS().size(),
                    match.missedS().size(),
                    match.timingSdMs()));
        }
    }

    private void row(String ecg, String reference, BeatMatch match) {
        page.append(String.format(Locale.ROOT, "| %s | %s | %s |\n", ecg, reference, match.cells()));
    }

    private void differences(BeatMatch match, Map<String, String> words) {
        page.append("| at | found by | what is there |\n|--:|---|---|\n");
        match.missedS().forEach(timeS -> difference(timeS, "the other only", words));
        match.extraS().forEach(timeS -> difference(timeS, "ours only", words));
    }

    private void difference(double timeS, String by, Map<String, String> words) {
        String at = String.format(Locale.ROOT, "%.2f", timeS);
        page.append(String.format("| %s s | %s | %s |\n", at, by, Objects.requireNonNull(words.get(at), at)));
    }

    private static Map<String, String> differences(String... lines) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" ", -1));
            int times = (int)
                    words.stream().takeWhile(word -> word.matches("[0-9.]+")).count();
            words.subList(0, times).forEach(at -> all.put(at, String.join(" ", words.subList(times, words.size()))));
        }
        return all;
    }
}
