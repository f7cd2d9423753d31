package org.soothe.recording.formats.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;

/** The method card and the facts of the recording as text, for a methods section. Stateless. */
final class MethodText {
    private MethodText() {}

    /** Returns the facts of the recording, in the form of the method card. */
    static List<MethodLine> facts(SessionFigures figures) {
        ExportSession session = figures.session();
        List<MethodLine> lines = new ArrayList<>();
        fact(lines, "subject", session.subject());
        fact(lines, "software", "soothe " + session.version());
        fact(
                lines,
                "start",
                session.startedAt() == null
                        ? "not known; times count from the start of the recording"
                        : session.startedAt().toString());
        for (Event event : session.events()) {
            if (event instanceof SensorIdentity identity) {
                fact(
                        lines,
                        "sensor from " + Decimal.seconds(identity.timeNs()) + " s",
                        identity.name() + " (" + identity.kind() + "), "
                                + identity.source().words()
                                + (identity.details().isEmpty() ? "" : ", " + identity.details()));
            }
        }
        fact(lines, "beats found in", figures.source().words());
        fact(lines, "variability is", figures.source().variability());
        int unplaced = 0;
        for (RawRow row : figures.raw()) {
            unplaced += row.isPlaced() ? 0 : 1;
        }
        int segments = 0;
        for (int i = 0; i < figures.beats().size(); i++) {
            segments += figures.beats().startsSegment(i) ? 1 : 0;
        }
        fact(lines, "raw intervals", Integer.toString(figures.raw().size()));
        fact(lines, "of them without a place in time", Integer.toString(unplaced));
        fact(lines, "gaps", Integer.toString(Math.max(0, segments - 1)));
        for (String note : session.notes()) {
            fact(lines, "note", note);
        }
        return lines;
    }

    private static void fact(List<MethodLine> lines, String name, String text) {
        lines.add(new MethodLine("recording", name, text));
    }

    /** Returns facts and method card together. */
    static List<MethodLine> all(SessionFigures figures) {
        List<MethodLine> lines = facts(figures);
        lines.addAll(figures.session().method());
        return lines;
    }

    static void write(SessionFigures figures, Writer out) throws IOException {
        String section = "";
        for (MethodLine line : all(figures)) {
            if (!line.section().equals(section)) {
                out.write((section.isEmpty() ? "" : "\n") + line.section() + '\n');
                section = line.section();
            }
            out.write("  " + line.name() + ": " + line.text() + '\n');
        }
    }
}
