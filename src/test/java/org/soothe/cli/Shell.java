package org.soothe.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Runs commands as a shell does, and keeps what they write. The clock leaps, so that no pace makes a test wait. */
final class Shell {
    private static final long LEAP_NS = 86_400_000_000_000L;
    private static final long LATEST_NS = Long.MAX_VALUE / 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong clockNs = new AtomicLong();

    int run(String... args) {
        return run(false, false, out, args);
    }

    /** Runs a command line as it is typed, without the name of the program. */
    int runLine(String line) {
        return run(line.trim().split(" +", -1));
    }

    int runWatched(String... args) {
        return run(true, false, out, args);
    }

    int runInto(OutputStream target, String... args) {
        return run(false, false, target, args);
    }

    int runWatchedInto(OutputStream target, String... args) {
        return run(true, false, target, args);
    }

    int runWithMessagesWatched(String... args) {
        return run(false, true, out, args);
    }

    private int run(boolean watched, boolean errWatched, OutputStream target, String... args) {
        out.reset();
        err.reset();
        clockNs.set(0);
        return Soothe.execute(new Terminal(target, err, watched, errWatched, this::leap), args);
    }

    /** A loop that waits for another thread reads the clock ever so often; it must not leap over the end of a long. */
    private long leap() {
        return clockNs.updateAndGet(nowNs -> Math.min(nowNs + LEAP_NS, LATEST_NS));
    }

    byte[] outBytes() {
        return out.toByteArray();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
