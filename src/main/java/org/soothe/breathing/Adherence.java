package org.soothe.breathing;

/**
 * Whether the heart follows the pacer, from the share R2 of the regression on its phase. In the simulation of the
 * physiology basis (8.2), 95 % of the windows of those who follow reach 0.54, and 5 % of the windows of those who breathe
 * otherwise reach 0.28.
 */
public enum Adherence {
    /** R2 of 0.50 or more. */
    FOLLOWING,
    /** R2 from 0.30 to below 0.50. */
    PARTLY,
    /** R2 below 0.30. */
    NOT_FOLLOWING,
    /** Not to be judged; a reason stands beside it. */
    UNKNOWN;

    static final double FOLLOWING_R2 = 0.50;
    static final double PARTLY_R2 = 0.30;

    /** Returns the adherence of a share; UNKNOWN for NaN. */
    static Adherence of(double r2) {
        if (Double.isNaN(r2)) {
            return UNKNOWN;
        }
        if (r2 >= FOLLOWING_R2) {
            return FOLLOWING;
        }
        return r2 >= PARTLY_R2 ? PARTLY : NOT_FOLLOWING;
    }
}
