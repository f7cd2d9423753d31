package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar beside messages, both on the error stream; without one where nobody watches. Not thread-safe. */
final class Progress implements AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final int WIDTH = 76;

    /** Count of steps where it is not known: the bar shows that time passes. */
    static final long UNKNOWN = -1;

    private final Terminal terminal;
    private final @Nullable ProgressBar bar;

    private Progress(Terminal terminal, @Nullable ProgressBar bar) {
        this.terminal = terminal;
        this.bar = bar;
    }

    /** Returns messages without a bar. */
    static Progress silent(Terminal terminal) {
        return new Progress(terminal, null);
    }

    /** Returns a bar for many steps, if the messages are watched. */
    static Progress of(Terminal terminal, String task, long stepCount) {
        Consumer<String> draw = text -> write(terminal, CLEAR_LINE + text);
        return terminal.errIsWatched() ? new Progress(terminal, bar(task, stepCount, draw)) : silent(terminal);
    }

    /** Returns a bar whose text goes to any place that draws it, from a thread of its own. */
    static ProgressBar bar(String task, long stepCount, Consumer<String> draw) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(stepCount)
                .hideEta()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new DelegatingProgressBarConsumer(draw, WIDTH))
                .build();
    }

    /** Returns whether there is no bar. */
    boolean isSilent() {
        return bar == null;
    }

    void stepTo(long step) {
        if (bar != null) {
            bar.stepTo(step);
        }
    }

    /** Writes a line of its own. */
    void say(String message) {
        write(terminal, (bar == null ? "" : CLEAR_LINE) + message + '\n');
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            write(terminal, CLEAR_LINE);
        }
    }

    private static void write(Terminal terminal, String text) {
        try {
            terminal.err().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody reads the messages any more; the results go on.
            return;
        }
    }
}
