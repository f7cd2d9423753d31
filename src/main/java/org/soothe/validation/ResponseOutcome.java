package org.soothe.validation;

import org.soothe.response.ResponseState;

/**
 * What the engine said about one simulated exercise. Immutable apart from its arrays, which nobody changes.
 *
 * <p>Arrays hold one entry per tick of the exercise; scores of ticks without a reading are NaN.
 */
final class ResponseOutcome {
    /** Since the marker. */
    final double[] tickS;

    /** Probability of threat where zH and zV allow the state, else 0. */
    final double[] threatScore;

    /** Probability of soothing where zH and zV allow the state, else 0. */
    final double[] soothingScore;

    final double[] zH;
    final double[] zV;
    final ResponseState[] states;
    final boolean[] bad;

    /** Whether the heart was judged not to follow the pacer at the tick. */
    final boolean[] notFollowing;

    final double onsetS;

    ResponseOutcome(
            double[] tickS,
            double[] threatScore,
            double[] soothingScore,
            double[] zH,
            double[] zV,
            ResponseState[] states,
            boolean[] bad,
            boolean[] notFollowing,
            double onsetS) {
        this.tickS = tickS;
        this.threatScore = threatScore;
        this.soothingScore = soothingScore;
        this.zH = zH;
        this.zV = zV;
        this.states = states;
        this.bad = bad;
        this.notFollowing = notFollowing;
        this.onsetS = onsetS;
    }

    /** Returns when a state was first shown within a time after the marker, NaN if never. */
    double firstS(ResponseState state, double withinS) {
        for (int i = 0; i < states.length && tickS[i] <= withinS; i++) {
            if (states[i] == state) {
                return tickS[i];
            }
        }
        return Double.NaN;
    }

    /** Returns the highest threshold at which a score would have given the state: two ticks running reach it. */
    static double reached(double[] score, double[] tickS, double withinS) {
        double highest = 0;
        for (int i = 1; i < score.length && tickS[i] <= withinS; i++) {
            double both = Math.min(score[i - 1], score[i]);
            highest = both > highest ? both : highest;
        }
        return highest;
    }

    /** Returns how many unbroken times of SOOTHING had a mean zH above 0.5. */
    int soothingEpisodesWithHeartRateUp() {
        int found = 0;
        double sum = 0;
        int n = 0;
        for (int i = 0; i <= states.length; i++) {
            if (i < states.length && states[i] == ResponseState.SOOTHING) {
                if (Double.isFinite(zH[i])) {
                    sum += zH[i];
                    n++;
                }
            } else {
                found += n > 0 && sum / n > 0.5 ? 1 : 0;
                sum = 0;
                n = 0;
            }
        }
        return found;
    }

    /** Returns the mean of zH - zV over the ticks with a reading, NaN if there is none. */
    double meanActivation(double withinS) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < zH.length && tickS[i] <= withinS; i++) {
            if (Double.isFinite(zH[i]) && Double.isFinite(zV[i])) {
                sum += zH[i] - zV[i];
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
