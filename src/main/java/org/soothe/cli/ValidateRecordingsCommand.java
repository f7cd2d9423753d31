package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.soothe.recording.RecordingFormatException;
import org.soothe.validation.RecordingsValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code soothe validate recordings}: labelled recordings of real people. */
@Command(
        name = "recordings",
        header = "Real people: what the engine says in rest and in stress tasks.",
        description = {
            "",
            "Writes recordings.md and prints it, and every stretch to recordings.csv. Nothing is required; it reports what"
                    + " comes out.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong command line, or data that cannot be read"})
final class ValidateRecordingsCommand implements Callable<Integer> {
    private static final long SUBJECTS = 23;

    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "src/test/resources/data/stress-predict",
            description = "Folder with labels.csv and the intervals (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("src/test/resources/data/stress-predict");

    @Mixin
    private ValidationPages pages = new ValidationPages();

    ValidateRecordingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RecordingsValidation.Findings findings;
        try (Progress progress = Progress.of(terminal, "Validating", SUBJECTS)) {
            if (!Files.isReadable(data.resolve("labels.csv"))) {
                progress.say("soothe: " + data.resolve("labels.csv") + " cannot be read; --data names its folder.");
                return Soothe.WRONG_INPUT;
            }
            findings = RecordingsValidation.run(data, progress::stepTo);
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        pages.write("recordings.csv", findings.stretches());
        pages.publish("recordings.md", findings.page(), terminal);
        return Soothe.DONE;
    }
}
