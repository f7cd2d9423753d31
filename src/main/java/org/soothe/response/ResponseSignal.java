package org.soothe.response;

import java.util.Objects;
import java.util.Set;
import org.soothe.hrv.Measure;

/**
 * What the body seems to say in an exercise, compared with the person's own start. A signal, not a diagnosis, and a
 * person's words outrank it. Immutable.
 */
public sealed interface ResponseSignal {

    /** Returns the state, whichever kind of signal this is. */
    ResponseState state();

    /**
     * The reference still runs, or too little of this phase is there yet. Immutable.
     *
     * @param sinceMarkerNs time since the phase began
     */
    record Settling(long sinceMarkerNs) implements ResponseSignal {

        @Override
        public ResponseState state() {
            return ResponseState.SETTLING;
        }
    }

    /**
     * Nothing can be said. Immutable.
     *
     * @param reason why
     */
    record Unreadable(ResponseReason reason) implements ResponseSignal {

        /** Checks that there is a reason. */
        public Unreadable {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public ResponseState state() {
            return ResponseState.UNREADABLE;
        }
    }

    /**
     * A state with its probabilities. Immutable.
     *
     * @param state NEUTRAL, SOOTHING, THREAT_RESPONSE or OTHER_ACTIVATION
     * @param pNeutral probability of no change
     * @param pSoothing probability of a change towards calm
     * @param pThreat probability of a threat response
     * @param pOther probability of another activation
     * @param zH standardised change of heart rate, withheld where the newest tick could not be read
     * @param zV standardised change of the vagal measures, withheld likewise
     * @param evidenceNs length of usable data in this phase that the state rests on
     * @param notes what one should know beside it
     */
    record Reading(
            ResponseState state,
            double pNeutral,
            double pSoothing,
            double pThreat,
            double pOther,
            Measure zH,
            Measure zV,
            long evidenceNs,
            Set<ResponseNote> notes)
            implements ResponseSignal {

        /** Keeps a copy of the notes. */
        public Reading {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(zH, "zH");
            Objects.requireNonNull(zV, "zV");
            notes = Set.copyOf(notes);
        }

        /** Returns the probability of the state that is shown. */
        public double pState() {
            return switch (state) {
                case SOOTHING -> pSoothing;
                case THREAT_RESPONSE -> pThreat;
                case OTHER_ACTIVATION -> pOther;
                case NEUTRAL, SETTLING, UNREADABLE -> pNeutral;
            };
        }
    }
}
