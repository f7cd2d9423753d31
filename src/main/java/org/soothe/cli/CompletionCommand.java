package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code soothe generate-completion}: a script that lets a shell complete commands and options. */
@Command(
        name = "generate-completion",
        header = "Prints a completion script for bash and zsh.",
        description = {"", "Use it with: source <(soothe generate-completion)", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec root = spec.root();
        String script = AutoComplete.bash(root.name(), root.commandLine());
        terminal.out().write((script + '\n').getBytes(StandardCharsets.UTF_8));
        return Soothe.DONE;
    }
}
