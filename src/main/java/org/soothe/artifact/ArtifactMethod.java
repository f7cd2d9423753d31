package org.soothe.artifact;

import java.util.Map;

/** How beats are judged and corrected in final results, and how their quality is graded. Stateless. */
public final class ArtifactMethod {
    private ArtifactMethod() {}

    /** Returns the method of {@link BeatCleaner}. */
    public static Map<String, String> cleaning() {
        MethodText text = new MethodText();
        StepGate.describe(text);
        text.line(
                "judgement",
                "two passes; each interval against the course of its neighbours: the cubic through two on each side, the line"
                        + " between one on each side where more are missing; departures over ",
                CourseDeviation.WINDOW_BEATS,
                " beats (after Lipponen and Tarvainen 2019, J. Med. Eng. Technol. 43:173-181)");
        CourseJudge.describe(text);
        text.line(
                "correction",
                "an explained disturbance of up to ",
                BeatCleaner.LONGEST_RUN,
                " received intervals is replaced by the course through it; scaled to the received time where that is ",
                BeatCleaner.SMALLEST_SCALE,
                " to ",
                BeatCleaner.LARGEST_SCALE,
                " of the course, a single long or short interval never; a longer one is left out; raw values are kept");
        return text.lines();
    }

    /** Returns the method of {@link QualityGate}. */
    public static Map<String, String> quality() {
        MethodText text = new MethodText();
        QualityGate.describe(text);
        return text.lines();
    }
}
