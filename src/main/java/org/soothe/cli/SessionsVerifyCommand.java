package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.SessionSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code soothe sessions verify}. */
@Command(
        name = "verify",
        header = "Checks every checksum of sessions; soothe replay --verify proves replay too.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SessionsVerifyCommand implements Callable<Integer> {
    private final SessionsView view;

    @Parameters(paramLabel = "SESSION", arity = "0..*", description = "Files or names; all of the library if none.")
    private List<Path> named = new ArrayList<>();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    SessionsVerifyCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = named.isEmpty()
                ? SessionsView.all()
                : named.stream().map(SessionsView::find).toList();
        int code = Soothe.DONE;
        for (Path file : files) {
            try {
                SessionSummary session = SessionsView.summary(file, keys);
                view.print(file + ": "
                        + (session.sound() ? "sound" : session.lossCount() > 0 ? "DAMAGED" : "read with notes") + ", "
                        + session.eventCount() + " events.");
                for (String note : session.notes()) {
                    view.print("  " + note);
                }
                code = session.sound() ? code : Math.max(code, Soothe.NOT_MET);
            } catch (RecordingFormatException e) {
                view.complain(String.valueOf(e.getMessage()));
                code = Soothe.WRONG_INPUT;
            }
        }
        return code;
    }
}
