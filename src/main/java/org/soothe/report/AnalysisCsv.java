package org.soothe.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.Writer;
import org.soothe.artifact.Quality;
import org.soothe.engine.ArtifactCounts;
import org.soothe.engine.FinalResult;
import org.soothe.engine.WindowResult;
import org.soothe.hrv.HrvSummary;
import org.soothe.hrv.Measure;

/**
 * Writes final results as CSV: one row for the whole file as read, one for the whole file corrected, one per window. The
 * column names carry the units; a withheld measure is an empty cell; new columns come last. Not thread-safe.
 */
public final class AnalysisCsv {
    private static final double NS_PER_S = 1e9;

    private final Writer out;

    /** Writes the column names. */
    public AnalysisCsv(Writer out) throws IOException {
        this.out = out;
        out.write("path,part,fromS,toS,beats,pairs,correctedBeats");
        for (int i = 0; i < Figures.count(); i++) {
            out.write(',');
            out.write(Figures.name(i));
        }
        out.write(
                ",missed,extra,ectopic,longShort,range,leftOut,grade,correctedPercent,coveragePercent,longestGapMs,rhythm"
                        + ",source,variability\n");
    }

    /** Writes the rows of one file. */
    public void file(AnalysedFile file) throws IOException {
        String path = quoted(file.recording().path().toString());
        FinalResult result = file.result();
        WindowResult whole = result.whole();
        start(path, "raw", whole, result.raw());
        String source = ','
                + file.recording().source().name()
                + ','
                + file.recording().source().variability()
                + '\n';
        out.write(",,,,,,,,,,," + source);
        row(path, "corrected", whole, source);
        int number = 1;
        for (WindowResult window : result.windows()) {
            row(path, "window " + number++, window, source);
        }
    }

    private void row(String path, String part, WindowResult window, String source) throws IOException {
        start(path, part, window, window.corrected());
        ArtifactCounts artifacts = window.artifacts();
        for (int count : new int[] {
            artifacts.missedCount(),
            artifacts.extraCount(),
            artifacts.ectopicCount(),
            artifacts.longShortCount(),
            artifacts.rangeCount(),
            artifacts.leftOutCount()
        }) {
            out.write(',' + Integer.toString(count));
        }
        Quality quality = window.quality();
        out.write(',' + quality.grade().name());
        number(quality.correctedPercent());
        number(quality.coveragePercent());
        number(quality.longestGapMs());
        out.write(',' + window.rhythm().name() + source);
    }

    private void start(String path, String part, WindowResult window, HrvSummary summary) throws IOException {
        out.write(path + ',' + part);
        number(window.fromNs() / NS_PER_S);
        number(window.toNs() / NS_PER_S);
        out.write("," + summary.beatCount() + ',' + summary.pairCount() + ',' + summary.correctedCount());
        for (Measure measure : Figures.of(summary)) {
            number(measure.orNaN());
        }
    }

    private void number(double value) throws IOException {
        out.write(',');
        if (!Double.isNaN(value)) {
            out.write(NumberOutput.toString(value, true));
        }
    }

    private static String quoted(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
