package org.soothe.response;

import java.util.List;

/**
 * Immutable. The sizes a response of one class may have: a normal law around the middle of its range, with the spread of
 * the uniform law over it (ranges of physiology 5.6); threats are moderate or small ones.
 *
 * <p>Log likelihood ratio of a size theta: theta'd - theta'M theta/2. Its mean over theta ~ N(mu, P) in closed form:
 *
 * <pre>R = exp(mu'd - mu'M mu/2 + e'(P^-1 + M)^-1 e/2) / sqrt(det(I + P M)), e = d - M mu</pre>
 */
final class ResponseSizes {
    /** Moderate ones, 3 to 8 bpm, seven times in ten, small ones, 2 to 4 bpm, three times. */
    static final ResponseSizes THREAT =
            new ResponseSizes(0, 0.40, new Law(0.7, 5.5, 1.44, -0.475, 0.13), new Law(0.3, 3, 0.58, -0.25, 0.058));

    static final ResponseSizes SOOTHING = new ResponseSizes(1, 0.43, new Law(1, -3.5, 0.87, 0.3, 0.087));
    static final ResponseSizes OTHER = new ResponseSizes(2, 0.34, new Law(1, 5.5, 1.44, 0, 0.05));

    /** No response: breath that became slower or shallower lessens the swing at its old rate and leaves heart rate alone. */
    static final ResponseSizes SWING_ONLY = new ResponseSizes(3, 0.5, new Law(1, 0, 0.1, -1, 0.4));

    /** All of them; their places. */
    static final List<ResponseSizes> ALL = List.of(SOOTHING, THREAT, OTHER, SWING_ONLY);

    /** How many classes there are. */
    static final int CLASSES = 4;

    private static final double MOST_LN = 500;

    /** Less counts as nothing. */
    private static final double LEAST_LN = -20;

    private final int place;
    private final double earlyRatio;
    private final Law[] laws;

    private ResponseSizes(int place, double earlyRatio, Law... laws) {
        this.place = place;
        this.earlyRatio = earlyRatio;
        this.laws = laws;
    }

    /** Share of this class that is expected to begin in the first 45 s after the marker. */
    double earlyRatio() {
        return earlyRatio;
    }

    /** Its place in arrays of the classes. */
    int place() {
        return place;
    }

    /** The mean ratio, at most e^500 and 0 below e^-20, for d and M of one onset. */
    double ratio(double dH, double dL, double mHh, double mHl, double mLl) {
        double sum = 0;
        for (Law law : laws) {
            sum += law.ratio(dH, dL, mHh, mHl, mLl);
        }
        return sum;
    }

    /** Immutable. A normal law of heart rate and ln swing, independent, with its share of the class. */
    private static final class Law {
        private final double share;
        private final double h;
        private final double l;
        private final double perVarianceH;
        private final double perVarianceL;

        Law(double shareRatio, double meanBpm, double sdBpm, double meanLnSwing, double sdLnSwing) {
            share = shareRatio;
            h = meanBpm;
            l = meanLnSwing;
            perVarianceH = 1 / (sdBpm * sdBpm);
            perVarianceL = 1 / (sdLnSwing * sdLnSwing);
        }

        double ratio(double dH, double dL, double mHh, double mHl, double mLl) {
            double eH = dH - (mHh * h + mHl * l);
            double eL = dL - (mHl * h + mLl * l);
            double aH = perVarianceH + mHh;
            double aL = perVarianceL + mLl;
            double perDeterminant = 1 / (aH * aL - mHl * mHl);
            double ln = 0.5 * (h * (dH + eH) + l * (dL + eL))
                    + 0.5 * perDeterminant * (aL * eH * eH - 2 * mHl * eH * eL + aH * eL * eL);
            if (ln < LEAST_LN) {
                return 0;
            }
            double spread = StrictMath.sqrt(perVarianceH * perVarianceL * perDeterminant);
            return share * spread * QuickExp.of(Math.min(MOST_LN, ln));
        }
    }
}
