package org.soothe.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReports;
import org.soothe.engine.SessionOrder;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.PhaseFile;
import org.soothe.report.MethodCard;
import org.soothe.report.PhaseCsv;
import org.soothe.report.PhaseJson;
import org.soothe.report.PhaseTable;
import org.soothe.report.ReportedSession;
import org.soothe.response.OrderEvidence;
import org.soothe.response.ResponseMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code soothe phases}: the report of each phase of a session, beside the person's words. */
@Command(
        name = "phases",
        header = "Reports each phase of a session against the person's own rest, beside their words.",
        description = {
            "",
            "Compares whole phases with the rest before them, breathed the same way, and with the mean of the rests before"
                    + " and after; says whether RMSSD changed reliably, how long each state was shown, and what body and"
                    + " words say side by side. Words outrank the signal. A body signal, not a diagnosis.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:wrong command line, or a file that cannot be read",
            "74:the results cannot be written, such as on a full disk"
        })
final class PhasesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings, one for each session.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--phases",
            paramLabel = "FILE",
            description = "Phases, ratings and markers of a session: a table such as 300,COMPASSION_SELF,free and"
                    + " 598,SAFE,7 and 372,MOVED. Once for each recording, in the same order; not needed where a recording"
                    + " holds its phases.")
    private List<Path> phases = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people, csv with a row per phase, or json (default: ${DEFAULT-VALUE}).")
    private AnalyzeCommand.Format format = AnalyzeCommand.Format.table;

    @Mixin
    private ResponseOption method = new ResponseOption();

    @Mixin
    private CardOption card = new CardOption();

    @Option(
            names = "--tossed",
            description =
                    "The order of compassion and control imagery was tossed by coin for each session by itself: also"
                            + " give the evidence across these sessions (table and json). With balanced or chosen orders it would"
                            + " mean nothing.")
    private boolean tossed;

    PhasesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        List<ReportedSession> sessions = new ArrayList<>();
        OrderEvidence evidence = OrderEvidence.none();
        Set<ResponseMethod> readBy = EnumSet.noneOf(ResponseMethod.class);
        try {
            for (int i = 0; i < files.size(); i++) {
                Opened opened = input.open(files.get(i), terminal);
                RrRecording recording = opened.recording();
                List<Event> events =
                        SessionEvents.with(recording, phases.isEmpty() ? List.of() : PhaseFile.read(phases.get(i)));
                if (events.stream().noneMatch(PhaseStart.class::isInstance)) {
                    throw new ParameterException(
                            spec.commandLine(), files.get(i) + " holds no phases; --phases names a file with them.");
                }
                ResponseMethod reading = method.of(opened, terminal);
                readBy.add(reading);
                sessions.add(new ReportedSession(recording, PhaseReports.of(events, reading)));
                evidence = SessionOrder.add(
                        evidence, sessions.get(sessions.size() - 1).phases());
            }
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        if (readBy.size() > 1 && card.isWanted()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "These sessions were read by different methods, " + readBy
                            + "; --method-card has room for one: say --method, or report them one at a time.");
        }
        for (ResponseMethod reading : readBy) {
            card.write(
                    MethodCard.ofExport(Version.text(), "whole phases and the rests they are compared with", reading));
        }
        write(sessions, tossed ? evidence : null);
        return Soothe.DONE;
    }

    private @Nullable String problem() {
        if (!phases.isEmpty() && phases.size() != files.size()) {
            return "--phases is needed once for each recording, or not at all: " + files.size() + " recordings, "
                    + phases.size() + " phase files.";
        }
        if (tossed && format == AnalyzeCommand.Format.csv) {
            return "--tossed has no room in a csv; choose table or json.";
        }
        return input.problem();
    }

    private void write(List<ReportedSession> sessions, @Nullable OrderEvidence evidence) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
        if (format == AnalyzeCommand.Format.json) {
            try (PhaseJson json = new PhaseJson(out)) {
                for (ReportedSession session : sessions) {
                    json.session(session);
                }
                if (evidence != null) {
                    json.order(evidence);
                }
            }
            out.flush();
            return;
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (format == AnalyzeCommand.Format.csv) {
            PhaseCsv csv = new PhaseCsv(text);
            for (ReportedSession session : sessions) {
                csv.session(session);
            }
        } else {
            PhaseTable table = new PhaseTable(text);
            for (ReportedSession session : sessions) {
                table.session(session);
            }
            if (evidence != null) {
                table.order(evidence, sessions.size());
            }
        }
        text.flush();
    }
}
