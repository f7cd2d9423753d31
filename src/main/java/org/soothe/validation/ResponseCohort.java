package org.soothe.validation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.soothe.response.ResponseState;

/** Many simulated persons with the same script; shares and scores over them. Immutable. */
final class ResponseCohort {
    /** The tick of a length lies up to one tick after it. */
    private static final double ROUNDING_S = 0.5;

    private final List<ResponseOutcome> outcomes;

    ResponseCohort(List<ResponseOutcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    List<ResponseOutcome> outcomes() {
        return outcomes;
    }

    /** Returns the share of persons who were shown a state within a time. */
    Share shown(ResponseState state, double withinS) {
        long hits = outcomes.stream()
                .filter(outcome -> !Double.isNaN(outcome.firstS(state, withinS + ROUNDING_S)))
                .count();
        return new Share((int) hits, outcomes.size());
    }

    /** Returns the delays after the true onset of those found within a time; a state shown before it is none found. */
    double[] delaysS(ResponseState state, double withinS) {
        return scores(outcome -> {
            double delay = outcome.firstS(state, withinS + ROUNDING_S) - outcome.onsetS;
            return delay >= 0 ? delay : Double.NaN;
        });
    }

    /** Returns how many of 100 ticks of the phase were unreadable. */
    double unreadablePercent() {
        long ticks = 0;
        long unreadable = 0;
        for (ResponseOutcome outcome : outcomes) {
            for (ResponseState state : outcome.states) {
                ticks++;
                unreadable += state == ResponseState.UNREADABLE ? 1 : 0;
            }
        }
        return 100.0 * unreadable / ticks;
    }

    double[] threatReached(double withinS) {
        return scores(outcome -> ResponseOutcome.reached(outcome.threatScore, outcome.tickS, withinS + ROUNDING_S));
    }

    double[] soothingReached(double withinS) {
        return scores(outcome -> ResponseOutcome.reached(outcome.soothingScore, outcome.tickS, withinS + ROUNDING_S));
    }

    /** Returns the mean activation zH - zV of each person, with its sign turned for the soothing direction. */
    double[] activation(double sign, double withinS) {
        return scores(outcome -> sign * outcome.meanActivation(withinS + ROUNDING_S));
    }

    private double[] scores(ToDoubleFunction<ResponseOutcome> score) {
        return outcomes.stream().mapToDouble(score).toArray();
    }
}
