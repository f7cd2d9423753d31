package org.soothe.response;

/** Why nothing is said about the response, each with a sentence for a person. */
public enum ResponseReason {
    /** No phase has been marked. */
    NO_PHASE("Nobody has said yet where rest ends and the exercise begins."),
    /** A phase in which people write, speak or search a pace: it is recorded and not read. */
    PHASE_NOT_READ("This part is recorded and not read."),
    /** The exercise was paused or stopped. */
    PAUSED("The exercise is paused."),
    /** There is no reference phase with the same breathing mode, pace and in-breath share. */
    NO_MATCHING_REFERENCE("There is no rest with the same way of breathing to compare with."),
    /** A matching reference phase was there, but it was too short or too disturbed. */
    REFERENCE_NOT_USABLE("The rest before was too short or too disturbed to compare with."),
    /** The matching reference ended more than 15 minutes ago. */
    REFERENCE_TOO_OLD("The rest to compare with was too long ago."),
    /** The quality of the newest minute is BAD. */
    QUALITY_BAD("The signal is too disturbed right now."),
    /** The rhythm does not suit the method. */
    RHYTHM_UNSUITED("This method does not suit the rhythm here."),
    /** Movement or speech within the newest minute. */
    MOVEMENT("There was movement or speech; this needs a quiet minute."),
    /** Breathing differs from the reference, or does not follow the pacer. */
    BREATHING_CHANGED("Breathing is not the same as in the rest before."),
    /** The measures that are compared could not be computed. */
    TOO_LITTLE_DATA("There are not enough heartbeats to compare.");

    private final String sentence;

    ResponseReason(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the reason as one plain sentence. */
    public String sentence() {
        return sentence;
    }
}
