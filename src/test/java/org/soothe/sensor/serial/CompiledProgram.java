package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles C++ for a test. Only functions. */
final class CompiledProgram {

    private static final long GENEROUS_S = 120;

    private CompiledProgram() {}

    /** Compiles with these arguments of g++ and returns the program; fails on an error or a warning. */
    static Path compile(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("g++", "-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-o", program.toString()));
        try {
            Process compiler =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(compiler.waitFor(GENEROUS_S, TimeUnit.SECONDS))
                    .as("g++ ends")
                    .isTrue();
            assertThat(compiler.exitValue()).as(said).isZero();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
