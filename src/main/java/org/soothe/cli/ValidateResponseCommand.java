package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.World;
import org.soothe.validation.ResponseFigures;
import org.soothe.validation.ResponsePage;
import org.soothe.validation.ResponsePlot;
import org.soothe.validation.ResponseValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code soothe validate response}: simulated people through the engine. */
@Command(
        name = "response",
        header = "Simulated people: how often the response is read right, wrong and late.",
        description = {
            "",
            "Every session runs through the whole engine, from packets to states. Writes response.md and response.svg,"
                    + " prints the page, and the verdict last.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every requirement is met", "1:a requirement is not met", "2:wrong command line"})
final class ValidateResponseCommand implements Callable<Integer> {
    private static final int LEAST_PERSONS = 5;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--persons",
            paramLabel = "N",
            defaultValue = "300",
            description = "Simulated persons of each class (default: ${DEFAULT-VALUE}).")
    private int persons = 300;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "900000000",
            description = "Where the persons' seeds begin (default: ${DEFAULT-VALUE}).")
    private long seed = 900_000_000L;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Detector: ${COMPLETION-CANDIDATES} (default: the engine's own).")
    private ResponseMethod method = ResponseMethod.standard();

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            defaultValue = "standard",
            description =
                    "standard, late (responses 1 to 3 min after the marker) or altered (other laws of drift, wave and"
                            + " noise).")
    private String world = "standard";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "docs/validation",
            description = "Where the page and the plot go (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("docs/validation");

    ValidateResponseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (persons < LEAST_PERSONS) {
            throw new ParameterException(spec.commandLine(), "--persons must be at least 5, was " + persons + ".");
        }
        ResponseFigures figures;
        try (Progress progress = Progress.of(terminal, "Validating", ResponseValidation.sessions(persons))) {
            figures = new ResponseValidation(method, world(), persons, seed, progress::stepTo).run();
        }
        String page = ResponsePage.markdown(figures);
        Files.createDirectories(folder);
        String name = world.equals("standard") ? "response" : "response-" + world;
        Files.writeString(folder.resolve(name + ".md"), page.replace("response.svg", name + ".svg"));
        Files.writeString(folder.resolve(name + ".svg"), ResponsePlot.svg(figures));
        terminal.out().write(page.getBytes(StandardCharsets.UTF_8));
        terminal.out().flush();
        return figures.accepted() ? Soothe.DONE : Soothe.NOT_MET;
    }

    private World world() {
        return switch (world) {
            case "standard" -> World.STANDARD;
            case "late" -> World.LATE;
            case "altered" -> World.ALTERED;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--world must be standard, late or altered, was \"" + world + "\".");
        };
    }
}
