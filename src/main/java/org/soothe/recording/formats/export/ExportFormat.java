package org.soothe.recording.formats.export;

import java.io.IOException;
import java.nio.file.Path;

/** The formats a session can be written in. */
public enum ExportFormat {
    /** RR text: one interval in milliseconds per line, whole and per phase. */
    RR("a folder of RR text files") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            RrTextExport.write(figures, target);
        }
    },
    /** The CSV set: intervals, events, features, phases, ratings, methods, checksums. */
    CSV("a folder of CSV files") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            CsvExport.write(figures, target);
        }
    };

    private final String words;

    ExportFormat(String words) {
        this.words = words;
    }

    /** Returns what is written, in words for a person. */
    public String words() {
        return words;
    }

    abstract void write(SessionFigures figures, Path target) throws IOException;

    /**
     * Writes a session; the target must not exist, or be an empty folder where a folder is written.
     *
     * @throws IOException if it cannot be written
     */
    public void write(ExportSession session, Path target) throws IOException {
        write(new SessionFigures(session), target);
    }
}
