package org.soothe.validation;

import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.ResponseKind;

/** What must be reached beyond the filter of 5.4, and the goal: percent of phases, or seconds. */
enum ComparedAim {
    NEUTRAL_THREAT(
            "neutral called THREAT", ComparedWorld.STANDARD, ResponseKind.NEUTRAL, ResponseState.THREAT_RESPONSE, 3, 3),
    NEUTRAL_SOOTHING(
            "neutral called SOOTHING", ComparedWorld.STANDARD, ResponseKind.NEUTRAL, ResponseState.SOOTHING, 5, 5),
    THREAT("moderate threat found", ComparedWorld.STANDARD, ResponseKind.THREAT, ResponseState.THREAT_RESPONSE, 79, 82),
    SMALL(
            "small threat found",
            ComparedWorld.STANDARD,
            ResponseKind.SMALL_THREAT,
            ResponseState.THREAT_RESPONSE,
            36,
            40),
    SOOTHING("soothing found", ComparedWorld.STANDARD, ResponseKind.SOOTHING, ResponseState.SOOTHING, 63, 67),
    DRIVE("drive called THREAT", ComparedWorld.STANDARD, ResponseKind.DRIVE, ResponseState.THREAT_RESPONSE, 12, 10),
    DELAY(
            "median delay, found moderate threats, s",
            ComparedWorld.STANDARD,
            ResponseKind.THREAT,
            ResponseState.THREAT_RESPONSE,
            75,
            60),
    LATE_THREAT(
            "late: moderate threat found",
            ComparedWorld.LATE,
            ResponseKind.THREAT,
            ResponseState.THREAT_RESPONSE,
            63,
            68),
    LATE_SMALL(
            "late: small threat found",
            ComparedWorld.LATE,
            ResponseKind.SMALL_THREAT,
            ResponseState.THREAT_RESPONSE,
            21,
            24),
    LATE_SOOTHING("late: soothing found", ComparedWorld.LATE, ResponseKind.SOOTHING, ResponseState.SOOTHING, 43, 47);

    private final String title;
    private final ComparedWorld world;
    private final ResponseKind kind;
    private final ResponseState state;
    private final double must;
    private final double goal;

    ComparedAim(String title, ComparedWorld world, ResponseKind kind, ResponseState state, double must, double goal) {
        this.title = title;
        this.world = world;
        this.kind = kind;
        this.state = state;
        this.must = must;
        this.goal = goal;
    }

    String title() {
        return title;
    }

    double must() {
        return must;
    }

    double goal() {
        return goal;
    }

    /** Whether less is better. */
    boolean isLimit() {
        return switch (this) {
            case NEUTRAL_THREAT, NEUTRAL_SOOTHING, DRIVE, DELAY -> true;
            default -> false;
        };
    }

    boolean met(double found, double aim) {
        return isLimit() ? found <= aim : found >= aim;
    }

    double found(ComparedFigures figures, ResponseMethod method, BreathingMode mode) {
        ComparedCohort cohort = figures.of(method, mode, world, kind);
        return this == DELAY ? cohort.medianDelayS(state) : cohort.shown(state).percent();
    }

    String words(ComparedFigures figures, ResponseMethod method, BreathingMode mode) {
        ComparedCohort cohort = figures.of(method, mode, world, kind);
        return this == DELAY ? Words.median(cohort.delaysS(state)) : Words.share(cohort.shown(state));
    }
}
