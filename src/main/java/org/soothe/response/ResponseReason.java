package org.soothe.response;

/** Why nothing is said about the response, each with a sentence for a person. */
public enum ResponseReason {
    /** This version has no filter for it. */
    NOT_IN_THIS_VERSION("This version does not read how you respond yet.");

    private final String sentence;

    ResponseReason(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the reason as one plain sentence. */
    public String sentence() {
        return sentence;
    }
}
