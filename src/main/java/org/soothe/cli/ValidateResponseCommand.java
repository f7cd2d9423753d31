package org.soothe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.World;
import org.soothe.validation.ResponseFigures;
import org.soothe.validation.ResponsePage;
import org.soothe.validation.ResponsePlot;
import org.soothe.validation.ResponseValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code soothe validate response}: simulated people through the engine, against the acceptance. */
@Command(
        name = "response",
        header = "Simulated people: how often the response is read right, wrong and late.",
        description = {
            "",
            "Every session runs through the whole engine, from packets to states. Writes response.md and response.svg,"
                    + " prints the page, and the verdict last. With another world or onset the names of the files say so.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every requirement is met", "1:a requirement is not met", "2:wrong command line"})
final class ValidateResponseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SimulatedPeople people = new SimulatedPeople();

    @Mixin
    private ValidationPages pages = new ValidationPages();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Detector: ${COMPLETION-CANDIDATES} (default: the engine's own).")
    private ResponseMethod method = ResponseMethod.standard();

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            defaultValue = "standard",
            description = "standard, altered or third: the laws of drift, wave and noise (default: ${DEFAULT-VALUE}).")
    private WorldName world = WorldName.standard;

    @Option(
            names = "--onset",
            paramLabel = "ONSET",
            defaultValue = "standard",
            description = "standard, that of the world, or late: responses begin 1 to 3 min after the marker (default:"
                    + " ${DEFAULT-VALUE}).")
    private OnsetName onset = OnsetName.standard;

    /** The constants are the words of the command line. */
    @SuppressWarnings("checkstyle:ConstantName") // they are typed by people
    enum WorldName {
        standard,
        altered,
        third;

        World laws() {
            return switch (this) {
                case standard -> World.STANDARD;
                case altered -> World.ALTERED;
                case third -> World.THIRD;
            };
        }
    }

    /** The constants are the words of the command line. */
    @SuppressWarnings("checkstyle:ConstantName") // they are typed by people
    enum OnsetName {
        standard,
        late
    }

    ValidateResponseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = people.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        World laws = onset == OnsetName.late ? world.laws().late() : world.laws();
        ResponseFigures figures;
        try (Progress progress = Progress.of(terminal, "Validating", ResponseValidation.sessions(people.persons()))) {
            figures = new ResponseValidation(method, laws, people.persons(), people.seed(), progress::stepTo).run();
        }
        String name = "response"
                + (world == WorldName.standard ? "" : "-" + world)
                + (onset == OnsetName.standard ? "" : "-" + onset);
        pages.write(name + ".svg", ResponsePlot.svg(figures));
        pages.publish(name + ".md", ResponsePage.markdown(figures, command(), name + ".svg"), terminal);
        return figures.accepted() ? Soothe.DONE : Soothe.NOT_MET;
    }

    /** Returns the command that gives the same page again. */
    private String command() {
        return "soothe validate response --persons " + people.persons() + " --seed " + people.seed() + " --method "
                + method
                + (world == WorldName.standard ? "" : " --world " + world)
                + (onset == OnsetName.standard ? "" : " --onset " + onset);
    }
}
