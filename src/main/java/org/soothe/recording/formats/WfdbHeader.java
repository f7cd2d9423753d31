package org.soothe.recording.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one line that matters of a WFDB header: {@code record signals rate[/counter] [samples ...]}. Stateless. */
final class WfdbHeader {
    /** A header of a record that was given without a rate has this one. */
    private static final double DEFAULT_HZ = 250;

    private WfdbHeader() {}

    /** Returns samples per second, NaN where there is no header or no rate in it. */
    static double sampleRateHz(Path header) {
        if (!Files.isRegularFile(header)) {
            return Double.NaN;
        }
        try {
            for (String line : new String(Files.readAllBytes(header), StandardCharsets.ISO_8859_1).split("\n", 200)) {
                String text = line.trim();
                if (!text.isEmpty() && text.charAt(0) != '#') {
                    return rate(text);
                }
            }
            return Double.NaN;
        } catch (IOException | SecurityException e) {
            return Double.NaN;
        }
    }

    private static double rate(String recordLine) {
        String[] fields = new String[3];
        int count = Cells.words().split(recordLine, fields);
        if (count == 2) {
            return DEFAULT_HZ;
        }
        if (count < 2) {
            return Double.NaN;
        }
        String rate = fields[2];
        int end = 0;
        while (end < rate.length() && (Character.isDigit(rate.charAt(end)) || rate.charAt(end) == '.')) {
            end++;
        }
        double hz = Cells.words().number(rate.substring(0, end));
        return hz > 0 ? hz : Double.NaN;
    }
}
