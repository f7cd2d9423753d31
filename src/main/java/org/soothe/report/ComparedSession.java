package org.soothe.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.soothe.engine.PhaseReport;

/**
 * A session read twice: what was changed, how both readings are made, and what they say of its phases. Immutable.
 *
 * @param file the file
 * @param proof whether the first reading is what the file holds, as a sentence
 * @param proved whether it is, or nothing was recorded that it could be compared with
 * @param changed what was set otherwise: each setting as it was typed, and its value
 * @param recordedCard how the first reading is made
 * @param otherCard how the second is made
 * @param recordedPhases the report of each phase, first reading
 * @param otherPhases the report of each phase, second reading
 */
public record ComparedSession(
        String file,
        String proof,
        boolean proved,
        Map<String, String> changed,
        MethodCard recordedCard,
        MethodCard otherCard,
        List<PhaseReport> recordedPhases,
        List<PhaseReport> otherPhases) {

    /** Keeps copies, and checks that both readings have the same phases. */
    public ComparedSession {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(proof, "proof");
        Objects.requireNonNull(recordedCard, "recordedCard");
        Objects.requireNonNull(otherCard, "otherCard");
        recordedPhases = List.copyOf(recordedPhases);
        otherPhases = List.copyOf(otherPhases);
        if (recordedPhases.size() != otherPhases.size()) {
            throw new IllegalArgumentException("two readings of one session must have the same phases: "
                    + recordedPhases.size() + " and " + otherPhases.size());
        }
    }
}
