package org.soothe.breathing;

import java.util.Map;
import org.soothe.artifact.MethodText;

/** How the heart is read on the pacer. Stateless. */
public final class PacingMethod {
    private PacingMethod() {}

    /** Returns the method of {@link PacedReading}. */
    public static Map<String, String> describe() {
        return new MethodText()
                .line(
                        "use",
                        "only in stretches in which a pacer ran; phi is its phase at the beat that ends the interval, 0 at the"
                                + " start of the in-breath")
                .line(
                        "regression",
                        "least squares of RR on 1, tau, tau^2, cos phi, sin phi, cos 2phi, sin 2phi, tau the time from the mean"
                                + " beat time in minutes; uncorrected accepted intervals, no resampling")
                .line(
                        "amplitude",
                        "A = sqrt(c1^2 + s1^2), half peak to peak; lnRsa = ln(max(A, ",
                        PacerRegression.FLOOR_MS,
                        " ms)); power A^2/2; lag = atan2(s1, c1); R2 = share of the detrended squares")
                .line(
                        "leastData",
                        PacedReading.MIN_BREATHS,
                        " breaths of the pacer, ",
                        PacedReading.MIN_BEATS,
                        " uncorrected beats that cover ",
                        PacedReading.MIN_COVERAGE,
                        " of the time since the pacer ran")
                .line(
                        "adherence",
                        "R2 of ",
                        Adherence.FOLLOWING_R2,
                        " and more FOLLOWING, ",
                        Adherence.PARTLY_R2,
                        " and more PARTLY; not judged below an amplitude of ",
                        PacedReading.LOW_RSA_MS,
                        " ms")
                .line(
                        "phaseLocking",
                        "per complete cycle with ",
                        PhaseLocking.MIN_BEATS,
                        " beats, RR on 1, phi, cos phi, sin phi; length of the mean direction (c, s) of ",
                        PhaseLocking.MIN_CYCLES,
                        " cycles or more")
                .lines();
    }
}
