package org.soothe.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code soothe sessions}: the recorded sessions of this computer. */
@Command(
        name = "sessions",
        header = "Lists, shows, checks, deletes and seals recorded sessions.",
        description = {
            "",
            "Sessions are files in one folder: SOOTHE_LIBRARY, else where this computer keeps a person's data. An index"
                    + " beside them is made of the files and may be deleted at any time.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:verify found a session that is damaged or ended early",
            "2:wrong command line, or a file that cannot be read",
            "74:a file cannot be written or deleted"
        })
final class SessionsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which of them? There are: list, show, verify, delete, reseal, key.");
    }
}
