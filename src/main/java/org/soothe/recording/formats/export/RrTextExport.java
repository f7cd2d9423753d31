package org.soothe.recording.formats.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.CleanSeries;

/**
 * RR text: one interval in milliseconds per line, as Kubios and others read it. {@code rr_…} holds the intervals as received,
 * {@code nn_…} the accepted ones after correction; each whole and for every phase. Stateless.
 */
final class RrTextExport {
    private RrTextExport() {}

    static void write(SessionFigures figures, Path target) throws IOException {
        ExportFolder folder = new ExportFolder(target);
        lists(figures, folder);
        folder.text("methods.txt", out -> MethodText.write(figures, out));
        folder.finish();
    }

    static void lists(SessionFigures figures, ExportFolder folder) throws IOException {
        folder.text("rr_whole.txt", out -> rr(figures, null, out));
        folder.text("nn_whole.txt", out -> nn(figures, null, out));
        for (PhaseSpan phase : figures.phases()) {
            folder.text("rr_" + phase.label() + ".txt", out -> rr(figures, phase, out));
            folder.text("nn_" + phase.label() + ".txt", out -> nn(figures, phase, out));
        }
    }

    private static void rr(SessionFigures figures, @Nullable PhaseSpan phase, Writer out) throws IOException {
        for (RawRow row : figures.raw()) {
            boolean inside = phase == null
                    || (row.isPlaced() && phase.holds(figures.beats().timeNs(row.beatCount())));
            if (inside && row.rrMs() > 0) {
                out.write(Decimal.of(row.rrMs()) + '\n');
            }
        }
    }

    private static void nn(SessionFigures figures, @Nullable PhaseSpan phase, Writer out) throws IOException {
        CleanSeries clean = figures.clean();
        for (int i = 0; i < clean.size(); i++) {
            if (phase == null || phase.holds(clean.timeNs(i))) {
                out.write(Decimal.of(clean.nnMs(i)) + '\n');
            }
        }
    }
}
