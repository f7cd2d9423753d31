package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.soothe.recording.file.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code soothe}: parses the command line and calls one of its subcommands. */
@Command(
        name = "soothe",
        header = "Heart rate variability biofeedback for heart-rate sensors.",
        description = {
            "",
            "Shows a heart as it beats, replays recorded heartbeats through the same engine, and analyses them.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Help for one command: soothe COMMAND --help. This is not a medical device."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a check was not met",
            "2:wrong command line or unreadable input",
            "69:the sensor has given up",
            "70:an error of the program itself",
            "74:the results cannot be written",
            "130:ended with Ctrl-C"
        })
public final class Soothe implements Runnable {
    static final int DONE = 0;
    static final int NOT_MET = 1;
    static final int WRONG_INPUT = 2;
    static final int NO_SENSOR = 69;
    static final int OWN_ERROR = 70;
    static final int CANNOT_WRITE = 74;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return execute(Terminal.ofProcess(), args);
    }

    /** Runs one command on any terminal. */
    static int execute(Terminal terminal, String... args) {
        return commandLine(terminal, args).execute(args);
    }

    private static CommandLine commandLine(Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new Soothe());
        // Reading the annotations of a command costs a cold start some 50 ms, so a command that is named comes alone.
        String named = args.length == 0 ? "" : args[0];
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("live", () -> new LiveCommand(terminal));
        commands.put("sensors", () -> new SensorsCommand(terminal));
        commands.put("replay", () -> new ReplayCommand(terminal));
        commands.put("compare", () -> new CompareCommand(terminal));
        commands.put("analyze", () -> new AnalyzeCommand(terminal));
        commands.put("phases", () -> new PhasesCommand(terminal));
        commands.put("export", () -> new ExportCommand(terminal));
        commands.put("sessions", () -> sessions(terminal));
        commands.put("import", () -> new ImportCommand(terminal));
        if (commands.containsKey(named)) {
            line.addSubcommand(commands.get(named).get());
        } else {
            commands.values().forEach(command -> line.addSubcommand(command.get()));
            line.addSubcommand(new CommandLine(new ValidateCommand())
                    .addSubcommand(new ValidateResponseCommand(terminal))
                    .addSubcommand(new ValidateComparisonCommand(terminal))
                    .addSubcommand(new ValidateRecordingsCommand(terminal)));
            line.addSubcommand(new CompletionCommand(terminal));
            line.addSubcommand(new CommandLine.HelpCommand());
        }
        line.registerConverter(Path.class, Typed::path);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setUsageHelpWidth(100);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((exception, words) -> wrong(exception));
        line.setExecutionExceptionHandler((exception, command, result) -> failed(exception, command));
        return line;
    }

    private static CommandLine sessions(Terminal terminal) {
        return new CommandLine(new SessionsCommand())
                .addSubcommand(new SessionsListCommand(terminal))
                .addSubcommand(new SessionsShowCommand(terminal))
                .addSubcommand(new SessionsVerifyCommand(terminal))
                .addSubcommand(new SessionsDeleteCommand(terminal))
                .addSubcommand(new SessionsResealCommand(terminal))
                .addSubcommand(new SessionsKeyCommand(terminal));
    }

    /** The message and where help is, which a screen full of usage would hide. */
    private static int wrong(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.print("soothe: " + exception.getMessage() + '\n');
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
        err.print("Help: " + command.getCommandSpec().qualifiedName() + " --help\n");
        err.flush();
        return WRONG_INPUT;
    }

    /** A closed pipe is how a reader says it has seen enough; anything else that comes this far is our own error. */
    private static int failed(Exception exception, CommandLine command) {
        if (exception instanceof IOException) {
            String message = String.valueOf(exception.getMessage());
            String lower = message.toLowerCase(Locale.ROOT);
            // What the system says of a file begins with its path, which may hold any word.
            boolean ofFile = exception instanceof FileSystemException;
            if (!ofFile && (lower.contains("broken pipe") || lower.contains("closed"))) {
                return DONE;
            }
            command.getErr().print("soothe: cannot write the results: " + Trouble.words(exception) + ".\n");
            command.getErr().flush();
            return CANNOT_WRITE;
        }
        command.getErr().println("soothe: an error of the program itself, please report it: " + exception);
        return OWN_ERROR;
    }

    private static PrintWriter writer(java.io.OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
