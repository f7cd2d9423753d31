package org.soothe.validation;

import java.util.Arrays;
import java.util.List;
import org.soothe.response.ResponseState;

/**
 * What one detector said about many persons with the same script in phases of five minutes: of each only when a state first
 * stood, because many thousand are kept. Immutable apart from its arrays, which nobody changes.
 */
final class ComparedCohort {
    private static final double WITHIN_S = 300.5;

    private final int persons;
    private final double[] threatS;
    private final double[] soothingS;
    private final double[] onsetS;
    private final double[] threatReached;
    private final double[] soothingReached;
    private final double[] unreadableRatio;

    /** What is kept of one person, in the order of the arrays. */
    static double[] kept(ResponseOutcome outcome) {
        return new double[] {
            outcome.firstS(ResponseState.THREAT_RESPONSE, WITHIN_S),
            outcome.firstS(ResponseState.SOOTHING, WITHIN_S),
            outcome.onsetS,
            ResponseOutcome.reached(outcome.threatScore, outcome.tickS, WITHIN_S),
            ResponseOutcome.reached(outcome.soothingScore, outcome.tickS, WITHIN_S),
            (double) Arrays.stream(outcome.states)
                            .filter(state -> state == ResponseState.UNREADABLE)
                            .count()
                    / outcome.states.length
        };
    }

    ComparedCohort(List<double[]> kept) {
        persons = kept.size();
        threatS = column(kept, 0);
        soothingS = column(kept, 1);
        onsetS = column(kept, 2);
        threatReached = column(kept, 3);
        soothingReached = column(kept, 4);
        unreadableRatio = column(kept, 5);
    }

    private static double[] column(List<double[]> kept, int column) {
        return kept.stream().mapToDouble(person -> person[column]).toArray();
    }

    int persons() {
        return persons;
    }

    private double[] firstS(ResponseState state) {
        return state == ResponseState.SOOTHING ? soothingS : threatS;
    }

    /** Returns the share of persons who were shown THREAT_RESPONSE or SOOTHING at any time. */
    Share shown(ResponseState state) {
        long hits = Arrays.stream(firstS(state))
                .filter(seconds -> !Double.isNaN(seconds))
                .count();
        return new Share((int) hits, persons);
    }

    /** Returns the delays after the true onset, NaN for those not found or shown before it. */
    double[] delaysS(ResponseState state) {
        double[] delaysS = firstS(state).clone();
        for (int i = 0; i < persons; i++) {
            delaysS[i] -= onsetS[i];
            delaysS[i] = delaysS[i] >= 0 ? delaysS[i] : Double.NaN;
        }
        return delaysS;
    }

    double medianDelayS(ResponseState state) {
        return Ranking.median(delaysS(state));
    }

    /** Returns the highest probability of a state that two ticks running reach, of each person. */
    double[] reached(ResponseState state) {
        return state == ResponseState.SOOTHING ? soothingReached : threatReached;
    }

    double unreadablePercent() {
        return 100 * Arrays.stream(unreadableRatio).average().orElse(Double.NaN);
    }
}
