package org.soothe.response;

/**
 * What a clinician is offered when body and words are laid side by side (physiology basis 5.8). Words outrank the signal;
 * both are stored and neither overwrites the other.
 */
public enum SelfReportReading {
    /** Body and words agree: soothing. */
    AGREE_SOOTHING("Body and experience agree: soothing."),
    /** A calm body and hard feelings. */
    CALM_BODY_HARD_FEELINGS("Calm body, hard feelings: grief, numbness or shutdown are possible; ask."),
    /** Body and words agree: a possible threat response. */
    AGREE_THREAT("Both point to a possible threat response to this exercise; explore fears and blocks; slow down."),
    /** The body is on guard and the person feels safer. */
    MOVED_OR_WORKING("Moved, working hard or excited? A dip can be part of turning to suffering; ask."),
    /** Go by the words. */
    GO_BY_THE_WORDS("Go by the words.");

    /** Smallest rise of a rating that counts as up, and fall as down, points of 10. */
    private static final int STEP = 2;

    private final String sentence;

    SelfReportReading(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the reading as one plain sentence for a clinician. */
    public String sentence() {
        return sentence;
    }

    /**
     * Returns the reading of a phase.
     *
     * @param body the state the body showed
     * @param safeChange rating of safe minus that after the reference
     * @param distressChange rating of distress minus that after the reference
     */
    public static SelfReportReading of(ResponseState body, int safeChange, int distressChange) {
        boolean distressUp = distressChange >= STEP;
        boolean safeUp = safeChange >= STEP;
        boolean safeDown = safeChange <= -STEP;
        return switch (body) {
            case SOOTHING -> distressUp ? CALM_BODY_HARD_FEELINGS : safeUp ? AGREE_SOOTHING : GO_BY_THE_WORDS;
            case THREAT_RESPONSE -> distressUp || safeDown ? AGREE_THREAT : safeUp ? MOVED_OR_WORKING : GO_BY_THE_WORDS;
            case NEUTRAL, UNREADABLE, SETTLING, OTHER_ACTIVATION -> GO_BY_THE_WORDS;
        };
    }
}
