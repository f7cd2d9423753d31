package org.soothe.archfixture.beat;

import org.soothe.archfixture.event.Word;

/** Breaks no rule: looks down. */
public final class Stage {
    private final Word word;

    /** Begins with a word. */
    public Stage(Word word) {
        this.word = word;
    }

    /** Returns the word. */
    public Word word() {
        return word;
    }
}
