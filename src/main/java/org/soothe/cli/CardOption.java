package org.soothe.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.report.AnalysisTable;
import org.soothe.report.MethodCard;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the method goes, beside the results. */
final class CardOption {
    @Option(
            names = "--method-card",
            paramLabel = "FILE",
            converter = NewFileConverter.class,
            description = "Also write the method to this new file, as text: every parameter and the version.")
    private @Nullable Path file;

    /** Returns whether a file was named. */
    boolean isWanted() {
        return file != null;
    }

    /** Writes the card if a file was named. */
    void write(MethodCard method) throws IOException {
        if (file != null) {
            try (Writer text = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
                new AnalysisTable(text).method(method);
            }
        }
    }

    /** Writes several cards, each below its heading, if a file was named. */
    void write(Map<String, MethodCard> methods) throws IOException {
        if (file != null) {
            try (Writer text = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
                for (Map.Entry<String, MethodCard> method : methods.entrySet()) {
                    text.write(method.getKey() + '\n');
                    new AnalysisTable(text).method(method.getValue());
                    text.write('\n');
                }
            }
        }
    }

    /** Takes a path at which nothing is yet: a card in the place of a recording could not be undone. */
    static final class NewFileConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            Path path = Typed.path(value);
            if (Files.exists(path)) {
                throw new TypeConversionException(
                        "\"" + value + "\" exists already, and nothing is written over; name a new file");
            }
            return path;
        }
    }
}
