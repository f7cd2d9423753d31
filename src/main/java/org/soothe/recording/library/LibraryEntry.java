package org.soothe.recording.library;

/**
 * One session in the library. Immutable.
 *
 * @param file name of its file in the folder
 * @param sealed whether it is encrypted; then nothing else but its size is known here
 * @param byteCount length of the file
 * @param startedAt wall-clock label of its beginning, empty if unknown here
 * @param pseudonym of the person, empty if unknown here
 * @param durationNs how long it is, -1 if unknown here
 * @param phaseCount phases in it, -1 if unknown here
 * @param state in words: complete, ended early, damaged, sealed, or why it cannot be read
 */
public record LibraryEntry(
        String file,
        boolean sealed,
        long byteCount,
        String startedAt,
        String pseudonym,
        long durationNs,
        long phaseCount,
        String state) {}
