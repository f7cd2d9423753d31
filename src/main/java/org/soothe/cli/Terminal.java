package org.soothe.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.soothe.time.NanoClock;

/**
 * Where a command writes: two streams, whether a person watches them, and the clock that paces what is shown. Immutable; the
 * streams are not buffered.
 *
 * @param out results
 * @param err messages and progress
 * @param outIsWatched whether the results go to a terminal
 * @param errIsWatched whether the messages go to a terminal
 * @param clock a monotonic clock
 */
record Terminal(OutputStream out, OutputStream err, boolean outIsWatched, boolean errIsWatched, NanoClock clock) {

    /** Returns that of this process. */
    static Terminal ofProcess() {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                isTerminal(1),
                isTerminal(2),
                NanoClock.system());
    }

    /** Returns whether the input of this process is a keyboard; where the system does not tell, Java's console does. */
    @SuppressWarnings("SystemConsoleNull") // newer JVMs have one without a terminal too
    static boolean isSomebodyTyping() {
        return Files.isSymbolicLink(Path.of("/proc/self/fd/0")) ? isTerminal(0) : System.console() != null;
    }

    /** Asks the system where a stream ends; elsewhere than on Linux Java knows only about all streams together. */
    @SuppressWarnings("SystemConsoleNull") // from 22 on it says nothing, and is not asked
    static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            if (Files.isSymbolicLink(link)) {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException e) {
            return false;
        }
        return Runtime.version().feature() < 22 && System.console() != null;
    }
}
