package org.soothe.recording.formats.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
    },
    /** A dataset folder in the manner of BIDS. */
    BIDS("a BIDS dataset folder") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            BidsExport.write(figures, target);
        }
    },
    /** EDF+ with annotations. */
    EDF("an EDF+ file") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            EdfExport.write(figures, target);
        }
    },
    /** XDF, the format of lab recorders. */
    XDF("an XDF file") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            XdfExport.write(figures, target);
        }
    },
    /** JSON lines: everything, exactly. */
    JSONL("a file of JSON lines") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            JsonLinesExport.write(figures, target);
        }
    },
    /** Parquet tables for studies, in builds that have the library. */
    PARQUET("a folder of Parquet tables") {
        @Override
        void write(SessionFigures figures, Path target) throws IOException {
            ParquetExport.write(figures, target);
        }

        @Override
        public boolean isThere() {
            return ParquetExport.isThere();
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

    /** Returns whether this build can write the format. */
    public boolean isThere() {
        return true;
    }

    abstract void write(SessionFigures figures, Path target) throws IOException;

    /**
     * Writes a session; the target must not exist, or be an empty folder where a folder is written. A file that cannot be written
     * whole is removed, because nothing in it says that it ends early; a folder without its checksums is known to be unfinished.
     *
     * @throws IOException if it cannot be written
     */
    public void write(ExportSession session, Path target) throws IOException {
        SessionFigures figures = new SessionFigures(session);
        try {
            write(figures, target);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            if (Files.isRegularFile(target)) {
                Files.delete(target);
            }
            throw e;
        }
    }
}
