package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.ExportSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code soothe export}: a recording for other programs. */
@Command(
        name = "export",
        header = "Writes a recording for other programs, with the method that goes with it.",
        description = {
            "",
            "What is computed comes from the raw intervals, anew, by this version. Nothing is ever written over, files"
                    + " can be read by their owner only, and the address of the sensor is left out.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:wrong command line, a file that cannot be read, or a target that exists",
            "74:the results cannot be written, such as on a full disk"
        })
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ExportDetails details = new ExportDetails();

    @Parameters(paramLabel = "FILE", description = "Recording: whatever soothe replay reads.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "${COMPLETION-CANDIDATES}; docs/formats.md says what each holds and cannot hold.")
    private ExportFormat format = ExportFormat.CSV;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            required = true,
            description = "Where to write: a new file, or a new or empty folder.")
    private Path target = Path.of("");

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = input.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        if (!format.isThere()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "This build cannot write " + format.words() + "; build it with mvn -P"
                            + format.name().toLowerCase(Locale.ROOT) + " package.");
        }
        if (!isFree(target)) {
            throw new ParameterException(
                    spec.commandLine(),
                    target + " exists already, and nothing is written over; name a new file, or a new or empty folder,"
                            + " with --out.");
        }
        RrRecording recording;
        ExportSession session;
        try {
            Opened opened = input.open(file, terminal);
            recording = opened.recording();
            session = details.session(opened, terminal);
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        format.write(session, target);
        String said = recording.format() + ", " + recording.unit() + ": " + recording.size() + " intervals\n" + target
                + ": " + format.words() + ", with the method\n";
        terminal.out().write(said.getBytes(StandardCharsets.UTF_8));
        return Soothe.DONE;
    }

    private static boolean isFree(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return !Files.exists(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        }
    }
}
