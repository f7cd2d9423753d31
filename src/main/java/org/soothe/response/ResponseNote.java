package org.soothe.response;

/** What one should know beside a state. */
public enum ResponseNote {
    /** Free breathing whose rate the heart does not show, so a change of breathing would not be seen. */
    BREATHING_UNKNOWN("The breathing rate cannot be read from the heart right now."),
    /** The heart swings too little with the pacer to say whether it is followed. */
    ADHERENCE_UNKNOWN("It cannot be judged whether the pacer is followed."),
    /** The depth of breathing differs by more than 30 %; only a respiration channel can tell. */
    DEPTH_CHANGED("Breaths are deeper or shallower than in the rest before."),
    /** The reference lasted less than 300 s. */
    SHORT_REFERENCE("The rest to compare with was short."),
    /** The newest tick could not be read; the state is held over from before for up to 30 s. */
    HELD_OVER("The newest seconds could not be read.");

    private final String sentence;

    ResponseNote(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the note as one plain sentence. */
    public String sentence() {
        return sentence;
    }
}
