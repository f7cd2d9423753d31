package org.soothe.recording.formats.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes study tables in a format whose library is not part of every build; found by the service loader. */
public interface StudyTableWriter {

    /** Returns the ending of its files, without a dot. */
    String extension();

    /**
     * Writes one table.
     *
     * @param about the method card and the facts of the recording, by name
     * @param file the file, which does not exist
     */
    void write(StudyTable table, Map<String, String> about, Path file) throws IOException;
}
