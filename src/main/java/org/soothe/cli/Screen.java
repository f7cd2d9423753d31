package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.soothe.breathing.BreathPacer;
import org.soothe.breathing.BreathPart;
import org.soothe.engine.Snapshot;
import org.soothe.hrv.Measure;
import org.soothe.report.ResponseWords;
import org.soothe.report.UnitText;

/**
 * A few lines of a terminal that are redrawn in place, and what of a snapshot stands in them. Keeps the first failure to
 * write instead of throwing it. Not thread-safe.
 */
final class Screen {
    private static final int PACER_WIDTH = 40;
    private static final int NAME_WIDTH = 14;

    /** Columns that nearly every terminal has; longer lines are broken here, because redrawing counts them. */
    private static final int WIDTH = 79;

    /** A terminal that is narrower cuts a line off instead of breaking it, where we would not know of it. */
    private static final String UNBROKEN = "\u001b[?7l";

    private static final String BROKEN = "\u001b[?7h";
    private static final String CLEAR = "\u001b[2K";
    private static final String CLEAR_BELOW = "\u001b[0J";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();
    private int lines;
    private @Nullable IOException failure;

    Screen(OutputStream out) {
        this.out = out;
    }

    /** Takes the cursor away. */
    void hideCursor() {
        text.append(HIDE_CURSOR);
    }

    /** Gives the cursor back. */
    void showCursor() {
        text.append(SHOW_CURSOR);
    }

    /** What was written so far stays where it is. */
    void keep() {
        lines = 0;
    }

    /** Goes back to the first line that may be redrawn. */
    void home() {
        if (lines > 0) {
            // To the first column too: a terminal shows ^C where the cursor stood.
            text.append("\r\u001b[").append(lines).append('A');
        }
        lines = 0;
    }

    /** Clears what stands below, left by a frame that had more lines. */
    void clearBelow() {
        text.append(CLEAR_BELOW);
    }

    void line(String line) {
        text.append(UNBROKEN).append(CLEAR).append(line).append(BROKEN).append('\n');
        lines++;
    }

    /** A line that is never redrawn, without any code for a terminal. */
    void plain(String line) {
        text.append(line).append('\n');
    }

    /** Writes a name and a value. */
    void line(String name, String value) {
        wrapped("  " + UnitText.left(name, NAME_WIDTH), value);
    }

    /** Writes a text behind a head; if it is too long, it goes on below itself. */
    void wrapped(String firstHead, String value) {
        String head = firstHead;
        String rest = value;
        while (head.length() + rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH - head.length());
            if (space <= 0) {
                break;
            }
            line(head + rest.substring(0, space));
            head = " ".repeat(head.length());
            rest = rest.substring(space + 1);
        }
        line(head + rest);
    }

    /** Writes the lines that show a snapshot; the pacer stands where it is at a time. */
    void snapshot(Snapshot snapshot, long shownNs) {
        row(snapshot, "Heart rate", snapshot.hrv().shownHeartRateBpm(), 0, "beats a minute");
        row(snapshot, "Newest beat", snapshot.beat().provisionalRrMs(), 0, "ms after the one before");
        row(snapshot, "RMSSD", snapshot.hrv().rmssdMs(), 1, "ms over the last minute");
        row(snapshot, "HF power", snapshot.hrv().hfMs2(), 0, "ms\u00b2");
        row(snapshot, "Breathing", snapshot.breathingRatePerMin(), 1, "breaths a minute");
        row(snapshot, "RSA", snapshot.paced().rsaAmplitudeMs(), 1, "ms up and down with the pacer");
        line("Signal", ShownMeasures.signal(snapshot));
        line("Response", ResponseWords.forTherapists(snapshot.response()));
        line("");
        line("Pacer", pacer(snapshot.pacer(), shownNs));
    }

    private void row(Snapshot snapshot, String name, Measure measure, int decimals, String unit) {
        line(name, ShownMeasures.text(snapshot, measure, decimals, unit));
    }

    private static String pacer(BreathPacer pacer, long shownNs) {
        double volume = pacer.isRunning() ? pacer.volumeRatio(shownNs) : Double.NaN;
        if (Double.isNaN(volume)) {
            return "resting; --pacer 5.5 wakes it";
        }
        int full = (int) Math.round(volume * PACER_WIDTH);
        return "\u2590" + "\u2588".repeat(full) + "\u00b7".repeat(PACER_WIDTH - full) + "\u258c  "
                + words(pacer.part(shownNs));
    }

    private static String words(BreathPart part) {
        return switch (part) {
            case IN -> "in";
            case OUT -> "out";
            case PAUSE_AFTER_IN, PAUSE_AFTER_OUT -> "rest";
        };
    }

    /** Sends everything on its way. */
    void write() {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        text.setLength(0);
    }

    /** Returns whether everything could be written. */
    boolean isFine() {
        return failure == null;
    }

    /** Throws what kept it from writing, if anything did. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
