package org.soothe.response;

import java.util.Objects;

/**
 * What the body seems to say in an exercise, compared with the person's own start. This version cannot read it yet, so
 * the only state is that it is withheld. Immutable.
 */
public sealed interface ResponseSignal {

    /** Returns the signal that is withheld for a reason. */
    static ResponseSignal withheld(ResponseReason reason) {
        return new Withheld(reason);
    }

    /**
     * Nothing is said, for a reason. Immutable.
     *
     * @param reason why
     */
    record Withheld(ResponseReason reason) implements ResponseSignal {

        /** Checks that there is a reason. */
        public Withheld {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
