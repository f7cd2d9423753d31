package org.soothe.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseState;

/**
 * All stretches of one person, from one kind of data. Immutable.
 *
 * @param subject who
 * @param data what the beats came from
 * @param stretches calm and stress, in order
 */
record PersonFinding(String subject, String data, List<StretchFinding> stretches) {

    private List<Double> all(boolean stress, java.util.function.Function<StretchFinding, List<Double>> values) {
        List<Double> all = new ArrayList<>();
        stretches.stream()
                .filter(finding -> finding.stretch.stress() == stress)
                .forEach(finding -> all.addAll(values.apply(finding)));
        return all;
    }

    /** Returns zH of heart rate alone over all ticks, NaN where fewer than {@link RecordingsValidation#LEAST_WINDOWS}. */
    double zHeartRate(boolean stress) {
        return meanOfEnough(all(stress, finding -> finding.zHeartRate));
    }

    double zV(boolean stress) {
        return meanOfEnough(all(stress, finding -> finding.zV));
    }

    private static double meanOfEnough(List<Double> values) {
        return values.size() < RecordingsValidation.LEAST_WINDOWS ? Double.NaN : StretchFinding.mean(values);
    }

    /** Returns whether both calm and stress have a heart rate to compare. */
    boolean heartRateCompared() {
        return !Double.isNaN(zHeartRate(true) - zHeartRate(false));
    }

    boolean vagalCompared() {
        return !Double.isNaN(zV(true) - zV(false));
    }

    double coveragePercent() {
        double sum = 0;
        int ticks = 0;
        for (StretchFinding finding : stretches) {
            sum += finding.ticks() == 0 ? 0 : finding.coveragePercent() * finding.ticks();
            ticks += finding.ticks();
        }
        return sum / ticks;
    }

    /** Returns how many of 100 ticks of calm or stress showed a state. */
    double shownPercent(boolean stress, ResponseState state) {
        int shown = 0;
        int ticks = 0;
        for (StretchFinding finding : stretches) {
            if (finding.stretch.stress() == stress) {
                shown += finding.ticksOf(state);
                ticks += finding.ticks();
            }
        }
        return 100.0 * shown / ticks;
    }

    /** Returns why ticks were unreadable, the most frequent reason first, with its share of all unreadable ticks. */
    String why() {
        Map<ResponseReason, Integer> reasons = new EnumMap<>(ResponseReason.class);
        stretches.forEach(
                finding -> finding.reasons().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum)));
        int all = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<ResponseReason, Integer>comparingByValue().reversed())
                .limit(2)
                .map(entry ->
                        entry.getKey().name() + " " + Words.plain(Math.rint(100.0 * entry.getValue() / all)) + " %")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Returns why zH is missing, empty if it is not. */
    String excluded() {
        if (heartRateCompared()) {
            return "";
        }
        int rest =
                stretches.stream().mapToInt(StretchFinding::restWindows).max().orElse(0);
        if (rest < RecordingsValidation.LEAST_WINDOWS) {
            return "no rest with a heart rate in " + RecordingsValidation.LEAST_WINDOWS + " windows";
        }
        return Double.isNaN(zHeartRate(true))
                ? "too few stress windows with a heart rate"
                : "too few calm windows with a heart rate";
    }
}
