package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.formats.export.ExportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code soothe import}: a file of another program as a session of ours. */
@Command(
        name = "import",
        header = "Takes over a recording of another program, and says first what it took for what.",
        description = {
            "",
            "Reads RR text and the tables of common apps, FIT, EDF+ and XDF with intervals or an electrocardiogram, WFDB"
                    + " annotations. Where a file is not clear, it asks by an error that names the choices. Writes the"
                    + " events as JSON lines, which every other command reads.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:wrong command line, a file that cannot be read or is not clear, or a target that exists",
            "74:the results cannot be written, such as on a full disk"
        })
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ExportDetails details = new ExportDetails();

    @Parameters(paramLabel = "FILE", description = "A file of another program.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "New file for the session, such as session.jsonl.")
    private @Nullable Path target;

    @Option(names = "--dry-run", description = "Only say what the file is taken for.")
    private boolean dryRun;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        try {
            Opened opened = input.open(file, terminal);
            String preview = ImportPreview.text(opened.recording());
            Path to = target;
            if (dryRun || to == null) {
                terminal.out().write(preview.getBytes(StandardCharsets.UTF_8));
                return Soothe.DONE;
            }
            terminal.err().write(preview.getBytes(StandardCharsets.UTF_8));
            ExportFormat.JSONL.write(details.session(opened, terminal), to);
            terminal.out().write((to + ": the session as JSON lines\n").getBytes(StandardCharsets.UTF_8));
            return Soothe.DONE;
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
    }

    private @Nullable String problem() {
        if (target == null && !dryRun) {
            return "Say where to with --out, or --dry-run to see only what the file is taken for.";
        }
        if (target != null && !dryRun && Files.exists(target)) {
            return target + " exists already, and nothing is written over; name a new file with --out.";
        }
        return input.problem();
    }
}
