package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionInfo;
import org.soothe.recording.file.SessionSummary;
import org.soothe.report.UnitText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code soothe sessions show}. */
@Command(
        name = "show",
        header = "Shows what a session holds.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SessionsShowCommand implements Callable<Integer> {
    private static final String[] SHOWN = {"measures.heartRateBpm", "measures.lnRmssd", "measures.lnRsa", "shown"};

    private final SessionsView view;

    @Parameters(paramLabel = "SESSION", description = "A file, or its name in the library.")
    private Path named = Path.of("");

    @Mixin
    private KeyOptions keys = new KeyOptions();

    SessionsShowCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Path file = SessionsView.find(named);
        try {
            show(file, SessionsView.summary(file, keys));
            return Soothe.DONE;
        } catch (RecordingFormatException e) {
            view.complain(String.valueOf(e.getMessage()));
            return Soothe.WRONG_INPUT;
        }
    }

    private static String ended(Path file, SessionSummary session) {
        if (!session.ended().isEmpty()) {
            return session.ended();
        }
        return SessionFile.isBeingRecorded(file) ? "not yet" : "early";
    }

    private void show(Path file, SessionSummary session) throws IOException {
        SessionInfo info = session.info();
        view.print(file.toString());
        view.print("  begun       " + (info.startedAt().isEmpty() ? "unknown" : info.startedAt()));
        view.print("  pseudonym   " + (info.pseudonym().isEmpty() ? "none" : info.pseudonym()));
        view.print("  length      " + UnitText.clock(session.durationNs()) + ", " + session.eventCount() + " events");
        view.print("  ended       " + ended(file, session));
        view.print("  sealed      " + (session.sealed() ? "yes" : "no"));
        view.print("  recorded by soothe " + info.software() + ", method " + info.methodBuild() + ", response "
                + info.responseMethod());
        for (SessionInfo.CardLine line : info.card()) {
            if (line.section().equals(ImportedSession.SECTION)) {
                view.print("  imported, " + line.name() + ": " + line.text());
            }
        }
        for (PhaseStart start : session.phases()) {
            view.print("  " + UnitText.clock(start.timeNs()) + "  " + start.phase() + ", " + start.breathing());
        }
        for (Map<String, String> report : session.reports()) {
            StringBuilder text = new StringBuilder("  report  " + report.get("measures.phase"));
            for (String path : SHOWN) {
                text.append("; ")
                        .append(path.replace("measures.", ""))
                        .append(' ')
                        .append(report.get(path));
            }
            view.print(text.toString());
        }
        for (String note : session.notes()) {
            view.print("  " + note);
        }
    }
}
