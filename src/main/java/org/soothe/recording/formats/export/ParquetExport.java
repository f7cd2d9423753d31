package org.soothe.recording.formats.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Parquet tables for studies: intervals, features, phases, ratings; the method in the metadata of each. The library is only
 * there in builds with the Maven profile {@code parquet}. Stateless.
 */
final class ParquetExport {
    private static final String EXTENSION = "parquet";

    private ParquetExport() {}

    private static Optional<StudyTableWriter> writer() {
        return ServiceLoader.load(StudyTableWriter.class, ParquetExport.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.extension().equals(EXTENSION))
                .findFirst();
    }

    static boolean isThere() {
        return writer().isPresent();
    }

    static void write(SessionFigures figures, Path target) throws IOException {
        StudyTableWriter writer = writer().orElseThrow(() -> new IOException("this build has no Parquet"));
        OwnerOnly.createFolders(target);
        Map<String, String> about = new LinkedHashMap<>();
        for (MethodLine line : MethodText.all(figures)) {
            about.merge(line.section() + ", " + line.name(), line.text(), (one, other) -> one + "\n" + other);
        }
        for (StudyTable table : StudyTable.of(figures)) {
            writer.write(table, about, target.resolve(table.name() + "." + EXTENSION));
        }
    }
}
