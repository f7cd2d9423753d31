package org.soothe.breathing;

import java.util.Set;

/** What became of a pacer setting. */
public sealed interface PacerAnswer {

    /**
     * The pacer follows the setting. Immutable.
     *
     * @param pacer the pacer now in force
     * @param notes what had to be changed in the setting, empty if nothing
     */
    record Taken(BreathPacer pacer, Set<PacerNote> notes) implements PacerAnswer {

        /** Keeps a copy of the notes. */
        public Taken {
            notes = Set.copyOf(notes);
        }
    }

    /**
     * The setting was not taken; the pacer before it stays in force. Immutable.
     *
     * @param reason why
     */
    record Refused(PacerNote reason) implements PacerAnswer {}
}
