package org.soothe.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * Found beats against those of a reference: each of one is matched with at most one of the other, in order, if both lie
 * within 150 ms, the window of ANSI/AAMI EC57.
 */
public final class BeatMatch {

    private static final double WINDOW_S = 0.15;

    private final List<Double> errorsMs = new ArrayList<>();
    private final List<Double> missedS = new ArrayList<>();
    private final List<Double> extraS = new ArrayList<>();

    private BeatMatch() {}

    /** Matches beats, both in seconds and in order; found ones come later than the reference by a constant. */
    public static BeatMatch of(double[] referenceS, double[] foundS, double lateS) {
        return of(referenceS, foundS, lateS, timeS -> true);
    }

    /** Matches beats and counts those whose time on the axis of the reference is asked for. */
    public static BeatMatch of(double[] referenceS, double[] foundS, double lateS, DoublePredicate counts) {
        BeatMatch match = new BeatMatch();
        int r = 0;
        int f = 0;
        while (r < referenceS.length || f < foundS.length) {
            double reference = r < referenceS.length ? referenceS[r] : Double.POSITIVE_INFINITY;
            double found = f < foundS.length ? foundS[f] - lateS : Double.POSITIVE_INFINITY;
            if (Math.abs(found - reference) <= WINDOW_S) {
                if (counts.test(reference)) {
                    match.errorsMs.add(1000 * (found - reference));
                }
                r++;
                f++;
            } else if (reference < found) {
                if (counts.test(reference)) {
                    match.missedS.add(reference);
                }
                r++;
            } else {
                if (counts.test(found)) {
                    match.extraS.add(foundS[f]);
                }
                f++;
            }
        }
        return match;
    }

    /** Returns by how much found beats come later: of the first found ones after each of the reference, the median. */
    public static double lateS(double[] referenceS, double[] foundS) {
        double[] lateS = new double[referenceS.length];
        int f = 0;
        int count = 0;
        for (double reference : referenceS) {
            while (f < foundS.length && foundS[f] < reference - 0.05) {
                f++;
            }
            if (f < foundS.length && foundS[f] - reference < 0.6) {
                lateS[count++] = foundS[f] - reference;
            }
        }
        Arrays.sort(lateS, 0, count);
        return lateS[count / 2];
    }

    /** Returns how many beats were matched. */
    public int matchedCount() {
        return errorsMs.size();
    }

    /** Returns the beats of the reference that were not found, seconds. */
    public List<Double> missedS() {
        return missedS;
    }

    /** Returns the found beats that the reference does not have, seconds. */
    public List<Double> extraS() {
        return extraS;
    }

    /** Returns how many of 100 beats of the reference were found. */
    public double sensitivityPercent() {
        return 100.0 * errorsMs.size() / (errorsMs.size() + missedS.size());
    }

    /** Returns how many of 100 found beats the reference has. */
    public double predictivityPercent() {
        return 100.0 * errorsMs.size() / (errorsMs.size() + extraS.size());
    }

    /** Returns the standard deviation of found less reference, which leaves out any constant, milliseconds. */
    public double timingSdMs() {
        double mean =
                errorsMs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double sum =
                errorsMs.stream().mapToDouble(ms -> (ms - mean) * (ms - mean)).sum();
        return Math.sqrt(sum / (errorsMs.size() - 1));
    }

    /** Returns the cells of a row: beats of the reference, found, missed, extra, sensitivity, predictivity, SD. */
    public String cells() {
        return String.format(
                Locale.ROOT,
                "%d | %d | %d | %d | %.2f %% | %.2f %% | %.2f ms",
                errorsMs.size() + missedS.size(),
                errorsMs.size() + extraS.size(),
                missedS.size(),
                extraS.size(),
                sensitivityPercent(),
                predictivityPercent(),
                timingSdMs());
    }
}
