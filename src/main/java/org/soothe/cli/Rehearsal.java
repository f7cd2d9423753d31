package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs the usual commands once on made-up beats, so that the JVM can note the classes they need. Only the launcher script
 * calls it, to make its class data sharing archive; what it prints is thrown away.
 */
public final class Rehearsal {
    private static final int BEATS = 400;

    private Rehearsal() {}

    /**
     * Runs all commands.
     *
     * @param args not read
     * @throws IOException if the temporary folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile("soothe-rehearsal", ".txt");
        try {
            Files.write(file, beats());
            String name = file.toString();
            for (String[] command : new String[][] {
                {"--version"},
                {"--help"},
                {"analyze", name},
                {"analyze", name, "--format", "json"},
                {"analyze", name, "--format", "csv"},
                {"replay", name, "--json"},
            }) {
                Soothe.execute(command);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> beats() {
        SplittableRandom random = new SplittableRandom(1);
        return random.ints(BEATS, 780, 861).mapToObj(Integer::toString).toList();
    }
}
