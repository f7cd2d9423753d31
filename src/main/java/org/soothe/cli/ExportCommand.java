package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.PhaseFile;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.ExportSession;
import org.soothe.recording.formats.export.MethodLine;
import org.soothe.report.MethodCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--phases",
            paramLabel = "FILE",
            description = "Phases of the session: a table of time, phase and breathing, such as"
                    + " 300,COMPASSION_SELF,free.")
    private @Nullable Path phases;

    @Option(
            names = "--subject",
            paramLabel = "PSEUDONYM",
            defaultValue = "X",
            converter = PseudonymConverter.class,
            description = "Pseudonym of the person, letters and digits, never a name (default: ${DEFAULT-VALUE}).")
    private String subject = "X";

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "When the recording began, such as 2026-11-25T14:03:00Z, where the file does not say.")
    private @Nullable Instant start;

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
        List<Event> marks;
        try {
            recording = input.read(file, terminal);
            marks = phases == null ? List.of() : PhaseFile.read(phases);
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        ExportSession session = session(recording, marks);
        format.write(session, target);
        String said = recording.format() + ", " + recording.unit() + ": " + recording.size() + " intervals\n" + target
                + ": " + format.words() + ", with the method\n";
        terminal.out().write(said.getBytes(StandardCharsets.UTF_8));
        return Soothe.DONE;
    }

    private ExportSession session(RrRecording recording, List<Event> marks) throws IOException {
        List<Event> events = new ArrayList<>(marks);
        events.addAll(recording.events());
        if (!marks.isEmpty()) {
            events.sort(Comparator.comparingLong(Event::timeNs));
        }
        List<String> notes = new ArrayList<>(recording.notes());
        notes.add("Read from " + recording.format() + "; " + recording.unit() + "; "
                + recording.timeColumn().words() + ".");
        return new ExportSession(
                subject, start, recording.source(), events, notes, Version.text(), method(Version.text()));
    }

    private static List<MethodLine> method(String version) {
        List<MethodLine> lines = new ArrayList<>();
        for (MethodCard.Section section :
                MethodCard.ofAnalysis(version, "whole session and phases").sections()) {
            for (MethodCard.Entry entry : section.entries()) {
                lines.add(new MethodLine(section.name(), entry.name(), entry.text()));
            }
        }
        return lines;
    }

    private static boolean isFree(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return !Files.exists(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        }
    }

    /** Reads pseudonyms. */
    static final class PseudonymConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (!ExportSession.isPseudonym(value)) {
                throw new TypeConversionException("must be 1 to 32 letters and digits, was \"" + value + "\"");
            }
            return value;
        }
    }

    /** Reads the start of a recording. */
    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "must be a time with its zone such as 2026-11-25T14:03:00Z, was \"" + value + "\"");
            }
        }
    }
}
