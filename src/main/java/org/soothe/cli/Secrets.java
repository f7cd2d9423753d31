package org.soothe.cli;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.Passphrase;

/** Asks for passphrases without showing them. Stateless. */
final class Secrets {
    private Secrets() {}

    /** Asks once; null where nobody sits at the keyboard, or nothing was typed. */
    static @Nullable Passphrase ask(String prompt) {
        Console console = console();
        char[] typed = console == null ? null : console.readPassword("%s: ", prompt);
        return typed == null || typed.length == 0 ? null : new Passphrase(typed);
    }

    /**
     * Asks for a new one, twice.
     *
     * @throws IllegalArgumentException if nobody can be asked, or the two are not the same
     */
    static Passphrase askNew(String prompt) {
        Passphrase first = ask(prompt);
        if (first == null) {
            throw new IllegalArgumentException("no passphrase was typed; it is asked for on the terminal. Elsewhere"
                    + " --recipient or --key-file seals a session.");
        }
        Passphrase second = ask("The same once more");
        if (second == null || !first.sameAs(second)) {
            first.wipe();
            throw new IllegalArgumentException("the two passphrases are not the same; nothing was recorded.");
        }
        second.wipe();
        return first;
    }

    @SuppressWarnings("SystemConsoleNull") // newer JVMs have one without a terminal too, which is asked here
    private static @Nullable Console console() {
        Path input = Path.of("/proc/self/fd/0");
        boolean elsewhere = Files.exists(input) && !isTerminal(input);
        return elsewhere ? null : System.console();
    }

    private static boolean isTerminal(Path input) {
        try {
            String target = Files.readSymbolicLink(input).toString();
            return Arrays.stream(new String[] {"/dev/pts/", "/dev/tty", "/dev/console"})
                    .anyMatch(target::startsWith);
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
