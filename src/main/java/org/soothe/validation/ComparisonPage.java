package org.soothe.validation;

import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;

/** A comparison of the detectors as a page of docs/validation. Stateless; the bytes depend on the figures alone. */
public final class ComparisonPage {
    private static final BreathingMode[] MODES = {BreathingMode.PACED, BreathingMode.FREE};

    private ComparisonPage() {}

    /** Returns the page in Markdown. */
    public static String markdown(ComparedFigures figures) {
        StringBuilder page = new StringBuilder();
        page.append("# The detectors of the response, side by side\n\n")
                .append("Written by `soothe validate comparison --persons ")
                .append(figures.persons())
                .append(figures.others() == figures.persons() ? "" : " --others " + figures.others())
                .append(" --seed ")
                .append(figures.seed())
                .append("`; the same command gives the same figures. ")
                .append(figures.persons())
                .append(" simulated persons of each class and way of breathing in the standard world, ")
                .append(figures.others())
                .append(" in each other world and ")
                .append(figures.addOnPersons())
                .append(
                        " with each add-on; each session is simulated once and goes through a whole engine of each detector,"
                                + " from packets to states. Phases of 5 min after a rest of 5 min. Percent of phases with 95 % intervals"
                                + " (Wilson); delays with the 95 % interval of the median (order statistics). FILTER is the filter of 5.4"
                                + " at its own thresholds, 0.85 and 0.90.\n\nThese are properties of simulated worlds, not clinical"
                                + " validity.\n\n");
        for (BreathingMode mode : MODES) {
            aims(page, figures, mode);
        }
        page.append("![How many are found how long after the onset](response-comparison.svg)\n\n");
        matched(page, figures);
        page.append("## Other worlds\n\n")
                .append(
                        "Altered: drift 1.5 times as large, uncorrelated, 1/f; the 0.1-Hz wave at 0.08 Hz; Student-t beats of 3"
                                + " degrees of freedom. Third: drift 1.25 times as large, its fast part twice as slow; the wave at 0.11 Hz"
                                + " and twice as broad; Laplace beats. Nothing is required there; a detector that breaks there is not to be"
                                + " the default.\n\n");
        world(page, figures, ComparedWorld.ALTERED);
        world(page, figures, ComparedWorld.THIRD);
        addOns(page, figures);
        verdict(page, figures);
        return page.toString();
    }

    private static void aims(StringBuilder page, ComparedFigures figures, BreathingMode mode) {
        page.append("## ").append(title(mode)).append("\n\n| | must reach | goal |");
        for (ResponseMethod method : ResponseMethod.values()) {
            page.append(' ').append(method).append(" | reached | goal |");
        }
        page.append("\n|---|---|---|")
                .append("---|---|---|".repeat(ResponseMethod.values().length))
                .append('\n');
        for (ComparedAim aim : ComparedAim.values()) {
            String sign = aim.isLimit() ? "at most " : "at least ";
            page.append("| ")
                    .append(aim.title())
                    .append(" | ")
                    .append(sign)
                    .append(Words.plain(aim.must()))
                    .append(" | ")
                    .append(sign)
                    .append(Words.plain(aim.goal()))
                    .append(" |");
            for (ResponseMethod method : ResponseMethod.values()) {
                double found = aim.found(figures, method, mode);
                page.append(' ')
                        .append(aim.words(figures, method, mode))
                        .append(aim.met(found, aim.must()) ? " | yes" : " | **no**")
                        .append(aim.met(found, aim.goal()) ? " | yes |" : " | no |");
            }
            page.append('\n');
        }
        page.append('\n');
    }

    /** The filter where it calls as few neutral persons a response as is asked for. */
    private static void matched(StringBuilder page, ComparedFigures figures) {
        page.append("## The filter at the false alarms asked for\n\n")
                .append(
                        "FILTER with those thresholds at which 3 % of these neutral persons are called THREAT and 5 % SOOTHING,"
                                + " its other conditions as they are. The thresholds look at the persons they are reported on, which"
                                + " flatters the filter a little.\n\n| | paced | free |\n|---|---|---|\n");
        for (ComparedWorld world : new ComparedWorld[] {ComparedWorld.STANDARD, ComparedWorld.LATE}) {
            String late = world == ComparedWorld.LATE ? "late: " : "";
            for (ResponseKind kind : new ResponseKind[] {
                ResponseKind.THREAT, ResponseKind.SMALL_THREAT, ResponseKind.SOOTHING, ResponseKind.DRIVE
            }) {
                ResponseState state =
                        kind == ResponseKind.SOOTHING ? ResponseState.SOOTHING : ResponseState.THREAT_RESPONSE;
                String called = kind == ResponseKind.DRIVE ? " called THREAT" : " found";
                page.append("| ").append(late).append(ResponsePlot.name(kind)).append(called);
                for (BreathingMode mode : MODES) {
                    double[] neutral = figures.of(ResponseMethod.FILTER, mode, world, ResponseKind.NEUTRAL)
                            .reached(state);
                    double[] with =
                            figures.of(ResponseMethod.FILTER, mode, world, kind).reached(state);
                    double share = state == ResponseState.SOOTHING ? 0.05 : 0.03;
                    page.append(" | ").append(Words.share(Ranking.foundAt(with, neutral, share)));
                }
                page.append(" |\n");
            }
        }
        page.append('\n');
    }

    private static void world(StringBuilder page, ComparedFigures figures, ComparedWorld world) {
        page.append("### ").append(world.title()).append("\n\n|");
        for (BreathingMode mode : MODES) {
            for (ResponseMethod method : ResponseMethod.values()) {
                page.append(" | ")
                        .append(mode == BreathingMode.PACED ? "paced " : "free ")
                        .append(method);
            }
        }
        page.append(" |\n|---")
                .append("|---".repeat(2 * ResponseMethod.values().length))
                .append("|\n");
        row(page, figures, world, "neutral called THREAT", ResponseKind.NEUTRAL, ResponseState.THREAT_RESPONSE);
        row(page, figures, world, "neutral called SOOTHING", ResponseKind.NEUTRAL, ResponseState.SOOTHING);
        row(page, figures, world, "moderate threat found", ResponseKind.THREAT, ResponseState.THREAT_RESPONSE);
        row(page, figures, world, "small threat found", ResponseKind.SMALL_THREAT, ResponseState.THREAT_RESPONSE);
        row(page, figures, world, "soothing found", ResponseKind.SOOTHING, ResponseState.SOOTHING);
        row(page, figures, world, "drive called THREAT", ResponseKind.DRIVE, ResponseState.THREAT_RESPONSE);
        page.append("| median delay, found moderate threats, s");
        for (BreathingMode mode : MODES) {
            for (ResponseMethod method : ResponseMethod.values()) {
                ComparedCohort cohort = figures.of(method, mode, world, ResponseKind.THREAT);
                page.append(" | ").append(Words.median(cohort.delaysS(ResponseState.THREAT_RESPONSE)));
            }
        }
        page.append(" |\n\n");
    }

    private static void row(
            StringBuilder page,
            ComparedFigures figures,
            ComparedWorld world,
            String name,
            ResponseKind kind,
            ResponseState state) {
        page.append("| ").append(name);
        for (BreathingMode mode : MODES) {
            for (ResponseMethod method : ResponseMethod.values()) {
                page.append(" | ")
                        .append(Words.share(
                                figures.of(method, mode, world, kind).shown(state)));
            }
        }
        page.append(" |\n");
    }

    private static void addOns(StringBuilder page, ComparedFigures figures) {
        page.append("## Unusual persons and straps, nobody responding\n\n")
                .append("Standard world. Unreadable: percent of all ticks.\n\n");
        for (BreathingMode mode : MODES) {
            page.append("| ").append(mode == BreathingMode.PACED ? "paced" : "free");
            for (ResponseMethod method : ResponseMethod.values()) {
                page.append(" | ").append(method).append(": THREAT | SOOTHING | unreadable");
            }
            page.append(" |\n|---")
                    .append("|---|---|---".repeat(ResponseMethod.values().length))
                    .append("|\n");
            for (AddOn addOn : AddOn.values()) {
                page.append("| ").append(addOn);
                for (ResponseMethod method : ResponseMethod.values()) {
                    ComparedCohort cohort = figures.of(method, mode, addOn);
                    page.append(" | ")
                            .append(Words.share(cohort.shown(ResponseState.THREAT_RESPONSE)))
                            .append(" | ")
                            .append(Words.share(cohort.shown(ResponseState.SOOTHING)))
                            .append(" | ")
                            .append(Words.one(cohort.unreadablePercent()));
                }
                page.append(" |\n");
            }
            page.append('\n');
        }
    }

    private static void verdict(StringBuilder page, ComparedFigures figures) {
        page.append("## Verdict\n\n");
        for (ResponseMethod method : ResponseMethod.values()) {
            page.append("- ").append(method);
            for (BreathingMode mode : MODES) {
                int must = 0;
                int goals = 0;
                for (ComparedAim aim : ComparedAim.values()) {
                    double found = aim.found(figures, method, mode);
                    must += aim.met(found, aim.must()) ? 1 : 0;
                    goals += aim.met(found, aim.goal()) ? 1 : 0;
                }
                page.append(mode == BreathingMode.PACED ? ": paced " : "; free ")
                        .append(must)
                        .append(" of ")
                        .append(ComparedAim.values().length)
                        .append(" reached, ")
                        .append(goals)
                        .append(" goals");
            }
            page.append('\n');
        }
        boolean reached = figures.reached(ResponseMethod.standard());
        page.append("\nThe default, ")
                .append(ResponseMethod.standard())
                .append(
                        reached
                                ? ", reaches all that must be reached.\n"
                                : ", does not reach all that must be reached.\n");
    }

    private static String title(BreathingMode mode) {
        return mode == BreathingMode.PACED ? "Paced, standard world" : "Free breathing, standard world";
    }
}
