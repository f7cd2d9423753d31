package org.soothe.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line from the person's own terminal without showing it, where the results of the command go elsewhere: Java's console
 * is not there then, or would write its question among the results. Stateless.
 */
final class HiddenLine {
    private static final File TERMINAL = new File("/dev/tty");
    private static final int LONGEST_BYTES = 4096;

    private HiddenLine() {}

    /** Asks; null where there is no terminal, or it cannot be kept from showing what is typed. */
    static char @Nullable [] ask(String prompt) {
        Thread atEnd = new Thread(() -> show(true), "soothe-show-typing");
        try (OutputStream out = new FileOutputStream(TERMINAL);
                InputStream in = new FileInputStream(TERMINAL)) {
            Runtime.getRuntime().addShutdownHook(atEnd);
            if (!show(false)) {
                return null;
            }
            try {
                out.write((prompt + ": ").getBytes(charset()));
                return line(in);
            } finally {
                show(true);
                out.write('\n');
            }
        } catch (IOException e) {
            return null;
        } finally {
            forget(atEnd);
        }
    }

    private static char[] line(InputStream in) throws IOException {
        Wiped typed = new Wiped();
        try {
            for (int next = in.read(); next >= 0 && next != '\n' && typed.size() < LONGEST_BYTES; next = in.read()) {
                typed.write(next);
            }
            return typed.chars();
        } finally {
            typed.wipe();
        }
    }

    /** Java's console reads in the same encoding, so that the same keys are the same passphrase. */
    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }

    private static boolean show(boolean typing) {
        try {
            return new ProcessBuilder("stty", typing ? "echo" : "-echo")
                            .redirectInput(TERMINAL)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void forget(Thread atEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook shows typing again.
            return;
        }
    }

    /** Bytes that leave no copy behind. */
    private static final class Wiped extends ByteArrayOutputStream {
        Wiped() {
            super(LONGEST_BYTES);
        }

        char[] chars() {
            CharBuffer decoded = charset().decode(ByteBuffer.wrap(buf, 0, count));
            char[] chars = new char[decoded.remaining()];
            decoded.get(chars);
            Arrays.fill(decoded.array(), '\0');
            return chars;
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
