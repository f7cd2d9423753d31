package org.soothe.recording.formats.edf;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An EDF or EDF+ file: signals on one even time grid, and annotations. Immutable.
 *
 * <p>Reference: B. Kemp and J. Olivan 2003, "European data format 'plus' (EDF+), an EDF alike standard format for the
 * exchange of physiological data", Clinical Neurophysiology 114:1755.
 *
 * @param subject code of the person, without blanks
 * @param equipment what recorded it, without blanks
 * @param startedAt local start of the recording, null where the file does not know it
 * @param signals the signals
 * @param annotations the annotations, ordered by onset
 * @param recordNs length of a data record
 * @param recordStartsNs start of each data record from the start of the file; only in a file with interruptions they are not
 *     one after the other
 */
public record EdfFile(
        String subject,
        String equipment,
        @Nullable LocalDateTime startedAt,
        List<EdfSignal> signals,
        List<EdfAnnotation> annotations,
        long recordNs,
        List<Long> recordStartsNs) {

    /** Keeps copies of the lists. */
    public EdfFile {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(equipment, "equipment");
        signals = List.copyOf(signals);
        annotations = List.copyOf(annotations);
        recordStartsNs = List.copyOf(recordStartsNs);
    }
}
