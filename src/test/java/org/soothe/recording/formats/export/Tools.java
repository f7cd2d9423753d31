package org.soothe.recording.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others that read what we write. */
public final class Tools {
    private static final Path READERS = Path.of("src/test/resources/readers");

    private Tools() {}

    /** Runs a program in a folder and returns what it says; fails unless it ends with 0. */
    public static String run(Path where, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** Compiles one of our small readers, links it with a library, and returns the lines it says about a file. */
    public static List<String[]> read(Path folder, String compiler, String reader, String library, Path file)
            throws Exception {
        Path program = folder.resolve("reader");
        run(
                folder,
                compiler,
                "-o",
                program.toString(),
                READERS.resolve(reader).toAbsolutePath().toString(),
                "-l" + library);
        return run(folder, program.toString(), file.toString())
                .lines()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Returns the lines of one kind. */
    public static List<String[]> of(List<String[]> lines, String kind) {
        return lines.stream().filter(line -> line[0].equals(kind)).toList();
    }
}
