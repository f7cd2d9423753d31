package org.soothe.beat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.soothe.event.WaveformKind;
import org.soothe.testing.BeatMatch;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.Waves;

/** The section on beats found in a pulse wave in {@code docs/validation.md}. */
final class PulseValidationPage {

    static final double WRIST_HZ = 64;
    static final double FINGER_HZ = 100;
    private static final double LEAST_BEATS_A_SECOND = 0.5;

    private static final Map<String, FoundBeats> FOUND = new ConcurrentHashMap<>();

    private final StringBuilder page = new StringBuilder();

    /** What a recording says within the segments of some length that the quality index calls good. */
    record Result(int segments, int good, BeatMatch match) {

        double goodPercent() {
            return 100.0 * good / segments;
        }

        private String cells() {
            return String.format(Locale.ROOT, "%d | %d (%.0f %%) | %s", segments, good, goodPercent(), match.cells());
        }
    }

    static FoundBeats found(String path, double rateHz) {
        return FOUND.computeIfAbsent(path, key -> {
            FoundBeats found = new FoundBeats();
            PulseBeatFinder finder = new PulseBeatFinder();
            Waves.blocks(WaveformKind.PULSE_COUNT, rateHz, Waves.read(path, 1), 32)
                    .forEach(block -> finder.block(block, found));
            return found;
        });
    }

    /** The finger's pulse against the beats other software found in the ECG beside it. */
    static Result finger(double segmentS) {
        FoundBeats found = found("neurokit-resting/bio_resting_5min.ppg.diff16.gz", FINGER_HZ);
        double[] ecgS = ReferenceRecordings.peerBeatsS("neurokit-resting/bio_resting_5min.ecg.derived-peaks.txt", 100);
        return result(found, ecgS, segmentS, 300, timeS -> true);
    }

    /** The wrist's pulse against the beats that the wristband itself trusts, where it trusts any. */
    static Result wrist(String subject, double segmentS) {
        double[][] trusted = ReferenceRecordings.wristbandIntervalsS(subject);
        double[] beatsS = IntStream.range(0, trusted.length)
                .boxed()
                .flatMap(i -> i > 0 && joined(trusted[i - 1], trusted[i])
                        ? Stream.of(trusted[i][1])
                        : Stream.of(trusted[i][0], trusted[i][1]))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return result(
                found("stress-predict/" + subject + "_BVP.diff16.gz", WRIST_HZ),
                beatsS,
                segmentS,
                beatsS[beatsS.length - 1],
                timeS -> Arrays.stream(trusted).anyMatch(beat -> timeS > beat[0] - 0.05 && timeS < beat[1] + 0.05));
    }

    private static boolean joined(double[] before, double[] next) {
        return next[0] - before[1] < 0.02;
    }

    private static Result result(
            FoundBeats found, double[] referenceS, double segmentS, double endS, DoublePredicate covered) {
        double lateS = BeatMatch.lateS(referenceS, found.timesS());
        int segments = (int) (endS / segmentS);
        boolean[] good = new boolean[segments];
        for (int i = 0; i < segments; i++) {
            good[i] = good(found, i * segmentS + lateS, (i + 1) * segmentS + lateS);
        }
        DoublePredicate inGood = timeS -> {
            int segment = (int) Math.floor(timeS / segmentS);
            return segment >= 0 && segment < segments && good[segment];
        };
        return new Result(
                segments,
                (int) IntStream.range(0, segments).filter(i -> good[i]).count(),
                BeatMatch.of(referenceS, found.timesS(), lateS, timeS -> inGood.test(timeS) && covered.test(timeS)));
    }

    private static boolean good(FoundBeats found, double fromS, double toS) {
        int beats = 0;
        int goodBeats = 0;
        for (int i = 0; i < found.timeS.size(); i++) {
            if (found.timeS.get(i) > fromS && found.timeS.get(i) <= toS) {
                beats++;
                goodBeats += found.good.get(i) ? 1 : 0;
            }
        }
        return beats >= LEAST_BEATS_A_SECOND * (toS - fromS) && goodBeats >= PulseQuality.LEAST_GOOD_RATIO * beats;
    }

    String write() {
        page.append("""
            ## Beats found in a pulse wave

            `PulseBeatFinder` on the raw wave. A segment is good when at least 90 % of its beats are; sensitivity, predictivity
            and timing are those of the good segments, and their share stands beside it. A found beat counts as right within
            150 ms of one of the reference after the constant way of the pulse is taken off (the median). Variability from a
            pulse is PRV in every output.

            - `neurokit-resting`: finger, 100 samples a second, against the beats other software found in the ECG beside it. Its
              timing SD holds that of the way of the pulse and the 10-ms steps of the reference.
            - `stress-predict`: wrist, 64 samples a second, against the beats the wristband itself trusts (steps of 15.6 ms),
              where it trusts any; three people through rest, a Stroop test, an interview and hyperventilation.

            | recording | segment | segments | good | beats there | found | missed | extra | sensitivity | predictivity | timing SD |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
        for (double segmentS : new double[] {10, 60}) {
            row("neurokit-resting", segmentS, finger(segmentS));
            for (String subject : new String[] {"S06", "S07", "S24"}) {
                row("stress-predict " + subject, segmentS, wrist(subject, segmentS));
            }
        }
        page.append("""

            Other software (the `derived-peaks` of the wrist) marks the highest point of a wave whose top is broad there, so its
            times wander by some tenths of a second and 150 ms say nothing. Counted instead: how many of our intervals
            in good segments of 10 s hold exactly one of its marks.

            | recording | intervals in good segments | with exactly one mark |
            |---|--:|--:|
            """);
        for (String subject : new String[] {"S06", "S07", "S24"}) {
            marks(subject);
        }
        return page.toString();
    }

    private void row(String recording, double segmentS, Result result) {
        page.append(String.format(Locale.ROOT, "| %s | %.0f s | %s |\n", recording, segmentS, result.cells()));
    }

    private void marks(String subject) {
        FoundBeats found = found("stress-predict/" + subject + "_BVP.diff16.gz", WRIST_HZ);
        double[] marksS =
                ReferenceRecordings.peerBeatsS("stress-predict/" + subject + ".bvp.derived-peaks.txt", WRIST_HZ);
        int intervals = 0;
        int single = 0;
        for (int i = 1; i < found.timeS.size(); i++) {
            double fromS = found.timeS.get(i - 1);
            double toS = found.timeS.get(i);
            double segmentS = 10 * Math.floor(toS / 10);
            if (!found.startsSegment.get(i) && good(found, segmentS, segmentS + 10)) {
                intervals++;
                long inside = Arrays.stream(marksS)
                        .filter(markS -> markS > fromS && markS <= toS)
                        .count();
                single += inside == 1 ? 1 : 0;
            }
        }
        page.append(String.format(
                Locale.ROOT, "| stress-predict %s | %d | %.1f %% |\n", subject, intervals, 100.0 * single / intervals));
    }
}
