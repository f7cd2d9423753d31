package org.soothe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.soothe.response.ResponseMethod;
import org.soothe.validation.ComparedFigures;
import org.soothe.validation.ComparisonPage;
import org.soothe.validation.ComparisonPlot;
import org.soothe.validation.ResponseComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code soothe validate comparison}: the detectors side by side on the same simulated people. */
@Command(
        name = "comparison",
        header = "Simulated people: the detectors of the response side by side, in several worlds.",
        description = {
            "",
            "Each session is simulated once and runs through a whole engine of each detector: paced and free, early and"
                    + " late responses, in the standard, an altered and a third world, and with up to 500 persons for each"
                    + " thing that can be unusual. Writes response-comparison.md and .svg, prints the page, and the verdict"
                    + " last. With 2000 persons that is 86,000 sessions.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the default detector reaches all it must", "1:it does not", "2:wrong command line"})
final class ValidateComparisonCommand implements Callable<Integer> {
    private static final int AS_PERSONS = 0;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SimulatedPeople people = new SimulatedPeople();

    @Mixin
    private ValidationPages pages = new ValidationPages();

    @Option(
            names = "--others",
            paramLabel = "N",
            description =
                    "Persons of each class in the other worlds, and at most with each add-on (default: as --persons).")
    private int others = AS_PERSONS;

    ValidateComparisonCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = people.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        if (others < AS_PERSONS) {
            throw new ParameterException(spec.commandLine(), "--others must be at least 1, was " + others + ".");
        }
        int elsewhere = others == AS_PERSONS ? people.persons() : others;
        ComparedFigures figures;
        long sessions = ResponseComparison.sessions(people.persons(), elsewhere);
        try (Progress progress = Progress.of(terminal, "Comparing", sessions)) {
            figures = ResponseComparison.run(people.persons(), elsewhere, people.seed(), progress::stepTo);
        }
        pages.write("response-comparison.svg", ComparisonPlot.svg(figures));
        pages.publish("response-comparison.md", ComparisonPage.markdown(figures), terminal);
        return figures.reached(ResponseMethod.standard()) ? Soothe.DONE : Soothe.NOT_MET;
    }
}
