package org.soothe.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.report.AnalysisTable;
import org.soothe.report.MethodCard;
import picocli.CommandLine.Option;

/** Where the method goes, beside the results. */
final class CardOption {
    @Option(
            names = "--method-card",
            paramLabel = "FILE",
            description = "Also write the method to this file, as text: every parameter and the version.")
    private @Nullable Path file;

    /** Returns whether a file was named. */
    boolean isWanted() {
        return file != null;
    }

    /** Writes the card if a file was named. */
    void write(MethodCard method) throws IOException {
        if (file != null) {
            try (Writer text = Files.newBufferedWriter(file)) {
                new AnalysisTable(text).method(method);
            }
        }
    }

    /** Writes several cards, each below its heading, if a file was named. */
    void write(Map<String, MethodCard> methods) throws IOException {
        if (file != null) {
            try (Writer text = Files.newBufferedWriter(file)) {
                for (Map.Entry<String, MethodCard> method : methods.entrySet()) {
                    text.write(method.getKey() + '\n');
                    new AnalysisTable(text).method(method.getValue());
                    text.write('\n');
                }
            }
        }
    }
}
