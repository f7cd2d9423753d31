package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.Difference;
import org.soothe.recording.file.ExactReplay;
import org.soothe.recording.file.SessionFile;

/** {@code soothe replay --verify}: proves that replay is exact, or names the first difference. */
final class VerifySessions {
    private final Terminal terminal;
    private final InputOptions input;

    VerifySessions(Terminal terminal, InputOptions input) {
        this.terminal = terminal;
        this.input = input;
    }

    /** Returns the exit code: 0 if all are proved exact, 1 if one is not, 2 if one cannot be opened. */
    int run(List<Path> files) throws IOException {
        int code = Soothe.DONE;
        for (Path file : files) {
            try (SessionFile session = input.session(file)) {
                ExactReplay.Verdict verdict = ExactReplay.of(session, Version.text());
                say(file, verdict);
                if ((!verdict.exact() || verdict.comparedCount() == 0) && code == Soothe.DONE) {
                    code = Soothe.NOT_MET;
                }
            } catch (RecordingFormatException e) {
                Progress.silent(terminal).say("soothe: " + e.getMessage());
                code = Soothe.WRONG_INPUT;
            }
        }
        return code;
    }

    private void say(Path file, ExactReplay.Verdict verdict) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(file).append(": ");
        Difference first = verdict.first();
        if (first != null) {
            text.append("NOT EXACT. The first difference is at ")
                    .append(first.timeNs() / 1e9)
                    .append(" s: ")
                    .append(first.path())
                    .append(" was ")
                    .append(first.recorded())
                    .append(", is now ")
                    .append(first.computed())
                    .append(". ")
                    .append(verdict.explanation());
        } else if (verdict.uncomparedCount() > 0) {
            text.append("NOT PROVED. ")
                    .append(verdict.comparedCount())
                    .append(" snapshots are exact; ")
                    .append(verdict.uncomparedCount())
                    .append(" after a loss cannot be compared.");
        } else if (verdict.comparedCount() == 0) {
            text.append("NOT PROVED. No snapshot is recorded in it, so there is nothing to compare.");
        } else {
            text.append("exact: ")
                    .append(verdict.comparedCount())
                    .append(" snapshots after ")
                    .append(verdict.eventCount())
                    .append(" events")
                    .append(reports(verdict.reportCount()))
                    .append(", bit for bit.");
        }
        verdict.notes().forEach(note -> text.append("\n  ").append(note));
        text.append('\n');
        terminal.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
        terminal.out().flush();
    }

    private static String reports(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> ", and the report of its phase";
            default -> ", and the reports of its " + count + " phases";
        };
    }
}
