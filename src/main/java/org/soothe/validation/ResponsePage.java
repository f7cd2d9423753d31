package org.soothe.validation;

import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;

/** Figures of the response as a page of docs/validation. Stateless; the bytes depend on the figures alone. */
public final class ResponsePage {
    private ResponsePage() {}

    /**
     * Returns the page in Markdown.
     *
     * @param command what gives the same page again
     * @param plot name of the plot beside the page
     */
    public static String markdown(ResponseFigures figures, String command, String plot) {
        StringBuilder page = new StringBuilder();
        page.append("# How often the response is read right, wrong and late\n\n")
                .append("Written by `")
                .append(command)
                .append("`; the same command gives the same figures. Detector: ")
                .append(figures.method())
                .append(".\n\n")
                .append(
                        "These are properties of a simulated world (persons of `sensor.simulated`, each session through the"
                                + " whole engine, from packets to states), not clinical validity. Percent of phases, with 95 %"
                                + " intervals (Wilson).\n\n");
        performance(page, figures);
        quality(page, figures);
        unusual(page, figures);
        page.append("![ROC and delay curves](").append(plot).append(")\n\n");
        acceptance(page, figures);
        return page.toString();
    }

    private static void performance(StringBuilder page, ResponseFigures figures) {
        page.append(
                "## States shown\n\n| | paced 5 min | paced 10 min | free 5 min | free 10 min |\n|---|---|---|---|---|\n");
        row(page, figures, "neutral called THREAT", ResponseKind.NEUTRAL, ResponseState.THREAT_RESPONSE);
        row(page, figures, "neutral called SOOTHING", ResponseKind.NEUTRAL, ResponseState.SOOTHING);
        row(page, figures, "neutral called OTHER", ResponseKind.NEUTRAL, ResponseState.OTHER_ACTIVATION);
        row(page, figures, "moderate threat found", ResponseKind.THREAT, ResponseState.THREAT_RESPONSE);
        row(page, figures, "small threat found", ResponseKind.SMALL_THREAT, ResponseState.THREAT_RESPONSE);
        row(page, figures, "soothing found", ResponseKind.SOOTHING, ResponseState.SOOTHING);
        row(page, figures, "soothing called THREAT", ResponseKind.SOOTHING, ResponseState.THREAT_RESPONSE);
        row(page, figures, "threat called SOOTHING", ResponseKind.THREAT, ResponseState.SOOTHING);
        row(page, figures, "drive called THREAT", ResponseKind.DRIVE, ResponseState.THREAT_RESPONSE);
        row(page, figures, "drive called OTHER", ResponseKind.DRIVE, ResponseState.OTHER_ACTIVATION);
        page.append('\n');
    }

    private static void row(
            StringBuilder page, ResponseFigures figures, String name, ResponseKind kind, ResponseState state) {
        page.append("| ").append(name);
        for (BreathingMode mode : new BreathingMode[] {BreathingMode.PACED, BreathingMode.FREE}) {
            for (double withinS : new double[] {ResponseFigures.FIVE_MIN_S, ResponseFigures.TEN_MIN_S}) {
                page.append(" | ").append(Words.share(figures.of(mode, kind).shown(state, withinS)));
            }
        }
        page.append(" |\n");
    }

    private static void quality(StringBuilder page, ResponseFigures figures) {
        page.append("## Ranking and delay, 5-min phases\n\n")
                .append(
                        "Area under the ROC curve against neutral: of the mean of zH - zV over the phase, and of the highest"
                                + " probability that two ticks running reach. Delay: median from the true onset to the state, found"
                                + " responses.\n\n")
                .append(
                        "| | paced, mean | paced, probability | paced delay s | free, mean | free, probability | free delay s"
                                + " |\n|---|---|---|---|---|---|---|\n");
        ranked(page, figures, "moderate threat", ResponseKind.THREAT, ResponseState.THREAT_RESPONSE);
        ranked(page, figures, "small threat", ResponseKind.SMALL_THREAT, ResponseState.THREAT_RESPONSE);
        ranked(page, figures, "soothing", ResponseKind.SOOTHING, ResponseState.SOOTHING);
        page.append('\n');
    }

    private static void ranked(
            StringBuilder page, ResponseFigures figures, String name, ResponseKind kind, ResponseState state) {
        page.append("| ").append(name);
        double sign = state == ResponseState.SOOTHING ? -1 : 1;
        for (BreathingMode mode : new BreathingMode[] {BreathingMode.PACED, BreathingMode.FREE}) {
            ResponseCohort with = figures.of(mode, kind);
            ResponseCohort without = figures.of(mode, ResponseKind.NEUTRAL);
            double s = ResponseFigures.FIVE_MIN_S;
            page.append(" | ")
                    .append(Words.three(Ranking.area(with.activation(sign, s), without.activation(sign, s))))
                    .append(" | ")
                    .append(Words.three(Ranking.area(reached(with, state), reached(without, state))))
                    .append(" | ")
                    .append(Words.one(Ranking.median(with.delaysS(state, s))));
        }
        page.append(" |\n");
    }

    static double[] reached(ResponseCohort cohort, ResponseState state) {
        return state == ResponseState.SOOTHING
                ? cohort.soothingReached(ResponseFigures.FIVE_MIN_S)
                : cohort.threatReached(ResponseFigures.FIVE_MIN_S);
    }

    private static void unusual(StringBuilder page, ResponseFigures figures) {
        page.append("## Unusual persons and straps, nobody responding, 5 min\n\n")
                .append(
                        "| | paced: THREAT | SOOTHING | unreadable ticks | free: THREAT | SOOTHING | unreadable ticks |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (AddOn addOn : AddOn.values()) {
            page.append("| ").append(addOn);
            for (BreathingMode mode : new BreathingMode[] {BreathingMode.PACED, BreathingMode.FREE}) {
                ResponseCohort cohort = figures.of(mode, addOn);
                page.append(" | ")
                        .append(Words.one(
                                cohort.shown(ResponseState.THREAT_RESPONSE, 300).percent()))
                        .append(" | ")
                        .append(Words.one(
                                cohort.shown(ResponseState.SOOTHING, 300).percent()))
                        .append(" | ")
                        .append(Words.one(cohort.unreadablePercent()));
            }
            page.append(" |\n");
        }
        page.append('\n');
    }

    private static void acceptance(StringBuilder page, ResponseFigures figures) {
        page.append("## Acceptance\n\n| required | found | met |\n|---|---|---|\n");
        for (ResponseFigures.Check check : figures.checks()) {
            page.append("| ")
                    .append(check.requirement())
                    .append(" | ")
                    .append(check.found())
                    .append(" | ")
                    .append(check.met() ? "yes" : "**no**")
                    .append(" |\n");
        }
        page.append(
                        "\nCorrection: five minutes within a recording; truth is RMSSD of the same beats before they were disturbed."
                                + " Of each 25 beats one is missed, doubled, premature or misplaced, at least three sound beats between"
                                + " two. Where they come at random, 4 % on average and down to a single sound beat between two, which is"
                                + " not required, RMSSD is within 10 % of the truth in ")
                .append(Words.share(figures.corrected(AddOn.ARTIFACTS, BreathingMode.PACED)))
                .append(" % of paced and ")
                .append(Words.share(figures.corrected(AddOn.ARTIFACTS, BreathingMode.FREE)))
                .append(" % of free phases.\n\n")
                .append(verdict(figures))
                .append('\n');
    }

    /** Returns the verdict as one line. */
    public static String verdict(ResponseFigures figures) {
        long missed = figures.checks().stream().filter(check -> !check.met()).count();
        return missed == 0
                ? "Verdict: accepted, all " + figures.checks().size() + " requirements are met."
                : "Verdict: not accepted, " + missed + " of " + figures.checks().size() + " requirements are not met.";
    }
}
