package org.soothe.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;

/** What a validation of the response has found, and whether it is enough (physiology basis 10.2). Immutable. */
public final class ResponseFigures {
    static final double FIVE_MIN_S = 300;
    static final double TEN_MIN_S = 600;
    private static final double NOT_FOLLOWING_HOLD_TICKS = 7;

    private final ResponseMethod method;
    private final int persons;
    private final long seed;
    private final Map<BreathingMode, Map<ResponseKind, ResponseCohort>> classes;
    private final Map<BreathingMode, Map<AddOn, ResponseCohort>> special;
    private final Map<BreathingMode, ResponseCohort> mismatched;
    private final CorrectionErrors corrected;

    ResponseFigures(
            ResponseMethod method,
            int persons,
            long seed,
            Map<BreathingMode, Map<ResponseKind, ResponseCohort>> classes,
            Map<BreathingMode, Map<AddOn, ResponseCohort>> special,
            Map<BreathingMode, ResponseCohort> mismatched,
            CorrectionErrors corrected) {
        this.method = method;
        this.persons = persons;
        this.seed = seed;
        this.classes = classes;
        this.special = special;
        this.mismatched = mismatched;
        this.corrected = corrected;
    }

    ResponseMethod method() {
        return method;
    }

    int persons() {
        return persons;
    }

    long seed() {
        return seed;
    }

    ResponseCohort of(BreathingMode mode, ResponseKind kind) {
        return Named.of(Named.of(classes, mode), kind);
    }

    ResponseCohort of(BreathingMode mode, AddOn addOn) {
        return Named.of(Named.of(special, mode), addOn);
    }

    Share corrected(AddOn artifacts, BreathingMode mode) {
        return corrected.near(artifacts, mode);
    }

    /** A requirement and what was found. Immutable. */
    public record Check(String requirement, String found, boolean met) {}

    /** Returns whether every requirement is met. */
    public boolean accepted() {
        return checks().stream().allMatch(Check::met);
    }

    /** Returns the requirements of 10.2, each with what was found. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (BreathingMode mode : BreathingMode.values()) {
            String name = mode == BreathingMode.PACED ? "paced: " : "free: ";
            ResponseCohort neutral = of(mode, ResponseKind.NEUTRAL);
            ResponseCohort threat = of(mode, ResponseKind.THREAT);
            ResponseCohort soothing = of(mode, ResponseKind.SOOTHING);
            atMost(checks, name + "neutral called THREAT in 5 min", neutral, ResponseState.THREAT_RESPONSE, 300, 6);
            atMost(checks, name + "neutral called THREAT in 10 min", neutral, ResponseState.THREAT_RESPONSE, 600, 12);
            atMost(checks, name + "neutral called SOOTHING in 5 min", neutral, ResponseState.SOOTHING, 300, 10);
            atMost(checks, name + "neutral called SOOTHING in 10 min", neutral, ResponseState.SOOTHING, 600, 15);
            atLeast(checks, name + "moderate threat found in 5 min", threat, ResponseState.THREAT_RESPONSE, 75);
            atLeast(checks, name + "soothing found in 5 min", soothing, ResponseState.SOOTHING, 50);
            delay(checks, name + "median delay of threat", threat, ResponseState.THREAT_RESPONSE);
            delay(checks, name + "median delay of soothing", soothing, ResponseState.SOOTHING);
            refused(checks, mode);
            Share near = corrected(AddOn.ARTIFACTS_APART, mode);
            checks.add(new Check(
                    name + "RMSSD within 10 % of truth after correcting 4 % artifacts, in at least 95 % of phases",
                    Words.share(near),
                    near.percent() >= 95));
        }
        integrity(checks);
        return checks;
    }

    private static void atMost(
            List<Check> checks, String what, ResponseCohort cohort, ResponseState state, double inS, double percent) {
        Share share = cohort.shown(state, inS);
        checks.add(new Check(
                what + " at most " + Words.one(percent) + " %", Words.share(share), share.percent() <= percent));
    }

    private static void atLeast(
            List<Check> checks, String what, ResponseCohort cohort, ResponseState state, double percent) {
        Share share = cohort.shown(state, FIVE_MIN_S);
        checks.add(new Check(
                what + " at least " + Words.one(percent) + " %", Words.share(share), share.percent() >= percent));
    }

    private static void delay(List<Check> checks, String what, ResponseCohort cohort, ResponseState state) {
        double medianS = Ranking.median(cohort.delaysS(state, FIVE_MIN_S));
        checks.add(new Check(what + " at most 130 s", Words.one(medianS) + " s", medianS <= 130));
    }

    private void refused(List<Check> checks, BreathingMode mode) {
        ResponseCohort cohort = Named.of(mismatched, mode);
        long refused = cohort.outcomes().stream()
                .filter(ResponseFigures::refusedThroughout)
                .count();
        Share share = new Share((int) refused, cohort.outcomes().size());
        String what =
                mode == BreathingMode.PACED ? "a paced phase against a free rest" : "a free phase against a paced rest";
        checks.add(new Check(what + " is refused, always", Words.share(share), share.hitCount() == share.ofCount()));
    }

    private static boolean refusedThroughout(ResponseOutcome outcome) {
        for (ResponseState state : outcome.states) {
            if (state != ResponseState.UNREADABLE) {
                return false;
            }
        }
        return outcome.states.length > 0;
    }

    private void integrity(List<Check> checks) {
        int badShown = 0;
        int leftShown = 0;
        int warmThreat = 0;
        int ticks = 0;
        for (ResponseOutcome outcome : everyone()) {
            int away = 0;
            for (int i = 0; i < outcome.states.length; i++) {
                boolean shown =
                        outcome.states[i] != ResponseState.UNREADABLE && outcome.states[i] != ResponseState.SETTLING;
                ticks++;
                badShown += shown && outcome.bad[i] ? 1 : 0;
                away = outcome.notFollowing[i] ? away + 1 : 0;
                leftShown += shown && away > NOT_FOLLOWING_HOLD_TICKS ? 1 : 0;
            }
            warmThreat += outcome.soothingEpisodesWithHeartRateUp();
        }
        checks.add(none("a state shown with BAD quality", badShown, ticks));
        checks.add(none("a state shown when the pacer has not been followed for 35 s", leftShown, ticks));
        checks.add(new Check(
                "SOOTHING over a time whose mean zH is above 0.5: never",
                Integer.toString(warmThreat),
                warmThreat == 0));
    }

    private static Check none(String what, int found, int ofCount) {
        return new Check(what + ": never", found + " of " + ofCount + " ticks", found == 0);
    }

    private List<ResponseOutcome> everyone() {
        List<ResponseOutcome> all = new ArrayList<>();
        classes.values().forEach(map -> map.values().forEach(cohort -> all.addAll(cohort.outcomes())));
        special.values().forEach(map -> map.values().forEach(cohort -> all.addAll(cohort.outcomes())));
        mismatched.values().forEach(cohort -> all.addAll(cohort.outcomes()));
        return all;
    }
}
