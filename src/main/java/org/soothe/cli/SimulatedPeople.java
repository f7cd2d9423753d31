package org.soothe.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many simulated people a validate command meets, and which. */
final class SimulatedPeople {
    private static final int LEAST_PERSONS = 5;

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

    int persons() {
        return persons;
    }

    long seed() {
        return seed;
    }

    /** Returns what is wrong with the options, null if nothing is. */
    @Nullable
    String problem() {
        return persons >= LEAST_PERSONS ? null : "--persons must be at least 5, was " + persons + ".";
    }
}
