package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.ExportSession;
import org.soothe.recording.vault.SealedKey;
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
                    + " annotations. Where a file is not clear, it asks by an error that names the choices. Writes a"
                    + " session of soothe where the name of the new file ends in .soothe, with where it came from, else the"
                    + " events as JSON lines; every other command reads both.",
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

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "New file: a session such as session.soothe, or JSON lines such as session.jsonl.")
    private @Nullable Path target;

    @Mixin
    private SealOptions seal = new SealOptions();

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
            terminal.out().write(written(opened, to).getBytes(StandardCharsets.UTF_8));
            return Soothe.DONE;
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
    }

    /** Writes the new file and returns what was written, as a line. */
    private String written(Opened opened, Path to) throws IOException, RecordingFormatException {
        ExportSession session = details.session(opened, terminal);
        if (!isSession(to)) {
            ExportFormat.JSONL.write(session, to);
            return to + ": the session as JSON lines\n";
        }
        SealedKey key;
        try {
            key = seal.key(input.identities());
        } catch (IllegalArgumentException | IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot seal the session: " + e.getMessage(), e);
        }
        ImportedSession.write(opened.recording(), session, to, key);
        return to + ": a session of " + session.events().size()
                + (session.events().size() == 1 ? " event, " : " events, ")
                + (key == null ? "which you alone may read" : "sealed") + "\n";
    }

    private static boolean isSession(Path to) {
        return LibraryFolder.isSessionName(to);
    }

    private @Nullable String problem() {
        if (target == null && !dryRun) {
            return "Say where to with --out, or --dry-run to see only what the file is taken for.";
        }
        if (target != null && !dryRun && Files.exists(target)) {
            return target + " exists already, and nothing is written over; name a new file with --out.";
        }
        if (target != null && isSession(target) && SessionFile.isSession(file)) {
            return file + " is a session already; soothe sessions reseal seals it, soothe export hands it on.";
        }
        if (seal.isGiven() && (target == null || !isSession(target))) {
            return "Only sessions can be sealed; name the new file with .soothe at its end.";
        }
        return input.problem();
    }
}
