package org.soothe.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.Waveform;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.report.AnalysedFile;
import org.soothe.report.AnalysisCsv;
import org.soothe.report.AnalysisJson;
import org.soothe.report.AnalysisTable;
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

/** {@code soothe analyze}: final results of recordings. */
@Command(
        name = "analyze",
        header = "Says what recordings hold: heart rate, variability, breathing, quality.",
        description = {
            "",
            "Reads each file whole, sets artifacts right with a look at both sides of each beat, and computes the"
                    + " measures of the whole file and of each full window. Results go to standard output, together"
                    + " with the method: every parameter and the version.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:wrong command line, or a file that cannot be read; the others are done all the same",
            "74:the results cannot be written, such as on a full disk"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Recordings: RR text, CSV, .hrm, IBI.csv, annotations.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people, csv with a row per file and window, or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    @Option(
            names = "--window",
            paramLabel = "LENGTH",
            defaultValue = "5min",
            converter = WindowConverter.class,
            description = "Length of the windows, such as 5min or 120s (default: ${DEFAULT-VALUE}).")
    private TimeLength window = new TimeLength(300_000_000_000L, "5min");

    @Mixin
    private CardOption card = new CardOption();

    private int filesDone;

    /** How results are written; the constants are the words of the command line. */
    @SuppressWarnings("checkstyle:ConstantName") // they are typed by people
    enum Format {
        table,
        csv,
        json
    }

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = input.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        MethodCard method = MethodCard.ofAnalysis(Version.text(), window.text());
        card.write(method);
        BufferedOutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
        boolean barHelps = files.size() > 1 && !(terminal.outIsWatched() && format == Format.table);
        try (Progress progress =
                barHelps ? Progress.of(terminal, "Analysing", files.size()) : Progress.silent(terminal)) {
            boolean allRead = switch (format) {
                case table -> table(out, method, progress);
                case csv -> csv(out, progress);
                case json -> json(out, method, progress);
            };
            return allRead ? Soothe.DONE : Soothe.WRONG_INPUT;
        }
    }

    private boolean table(BufferedOutputStream out, MethodCard method, Progress progress) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        AnalysisTable table = new AnalysisTable(text);
        boolean any = false;
        boolean waves = false;
        boolean allRead = true;
        FinalAnalysis analysis = new FinalAnalysis();
        for (Path path : files) {
            AnalysedFile file = analysed(path, analysis, progress);
            allRead &= file != null;
            if (file != null) {
                any = true;
                waves |= file.recording().events().stream().anyMatch(Waveform.class::isInstance);
                table.file(file);
                text.flush();
            }
        }
        if (any) {
            table.method(waves ? method : method.without(MethodCard.WAVES));
        }
        text.flush();
        return allRead;
    }

    private boolean csv(BufferedOutputStream out, Progress progress) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        AnalysisCsv csv = new AnalysisCsv(text);
        boolean allRead = true;
        FinalAnalysis analysis = new FinalAnalysis();
        for (Path path : files) {
            AnalysedFile file = analysed(path, analysis, progress);
            allRead &= file != null;
            if (file != null) {
                csv.file(file);
            }
        }
        text.flush();
        return allRead;
    }

    private boolean json(BufferedOutputStream out, MethodCard method, Progress progress) throws IOException {
        boolean allRead = true;
        FinalAnalysis analysis = new FinalAnalysis();
        try (AnalysisJson json = new AnalysisJson(out, method)) {
            for (Path path : files) {
                AnalysedFile file = analysed(path, analysis, progress);
                allRead &= file != null;
                if (file != null) {
                    json.file(file);
                }
            }
        }
        return allRead;
    }

    /** Returns the results of one file, or null after saying why there are none. */
    private @Nullable AnalysedFile analysed(Path path, FinalAnalysis analysis, Progress progress) throws IOException {
        try {
            RrRecording recording = progress.isSilent() ? input.read(path, terminal) : input.read(path);
            try (Progress busy = progress.isSilent() && InputOptions.takesLong(path)
                    ? Progress.of(terminal, "Analysing", Progress.UNKNOWN)
                    : Progress.silent(terminal)) {
                busy.stepTo(0);
                return new AnalysedFile(
                        recording, analysis.analyze(recording.events(), recording.rawMs(), window.lengthNs()));
            }
        } catch (RecordingFormatException e) {
            progress.say("soothe: " + e.getMessage());
            return null;
        } finally {
            progress.stepTo(++filesDone);
        }
    }

    /** Reads lengths of time such as {@code 5min}. */
    static final class WindowConverter implements ITypeConverter<TimeLength> {
        private static final long LONGEST_S = 48 * 3600;

        @Override
        public TimeLength convert(String value) {
            double lengthS = TimeLength.seconds(value);
            if (!(lengthS >= 10 && lengthS <= LONGEST_S)) {
                throw new TypeConversionException(
                        "must be a length of 10s to 48h with its unit, such as 5min or 120s, was \"" + value + "\"");
            }
            return new TimeLength(Math.round(lengthS * 1e9), value);
        }
    }
}
