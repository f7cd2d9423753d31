package org.soothe.cli;

import picocli.CommandLine.Option;

/** What a person says about sensors beside the name; most of it concerns one kind only. */
final class SensorOptions {

    /** Seed of simulated persons. */
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which of the simulated persons of a kind: the same number, the same heart (default:"
                    + " ${DEFAULT-VALUE}).")
    private long seed = 1;

    long seed() {
        return seed;
    }
}
