package org.soothe.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.Passphrase;

/** Asks for passphrases without showing them. Stateless. */
final class Secrets {
    private Secrets() {}

    /** Asks once, on the terminal even if the results go elsewhere; null where nobody sits at the keyboard, or nothing was typed. */
    @SuppressWarnings("SystemConsoleNull") // newer JVMs have one without a terminal too, which is asked before
    static @Nullable Passphrase ask(String prompt) {
        if (!Terminal.isSomebodyTyping()) {
            return null;
        }
        Console console = Terminal.isTerminal(1) ? System.console() : null;
        char[] typed = console == null ? HiddenLine.ask(prompt) : console.readPassword("%s: ", prompt);
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
}
