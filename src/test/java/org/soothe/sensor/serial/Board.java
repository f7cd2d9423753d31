package org.soothe.sensor.serial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A board that runs the reference sketch: compiled for this computer, with counted time. */
final class Board implements AutoCloseable {

    private static final String NOTES = "firmware-notes/";

    private final Process sketch;
    private final BufferedReader said;
    private final Writer orders;

    /** Starts a board whose pin sees a wave and whose crystal is off by some millionths. */
    Board(Path program, Path wave, int ppm) {
        try {
            sketch = new ProcessBuilder(program.toString(), wave.toString(), "/dev/stdout", Integer.toString(ppm))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said = new BufferedReader(new InputStreamReader(sketch.getInputStream(), StandardCharsets.US_ASCII));
        orders = sketch.outputWriter(StandardCharsets.US_ASCII);
    }

    /** Compiles the sketch that sends samples, or the one that sends beats. */
    static Path compile(Path program, boolean sendBeats) {
        return CompiledProgram.compile(
                program,
                "-DSEND_BEATS=" + (sendBeats ? 1 : 0),
                "-I" + NOTES + "host",
                "-include",
                "Arduino.h",
                "-x",
                "c++",
                NOTES + "soothe_pulse/soothe_pulse.ino",
                NOTES + "host/main.cpp");
    }

    /** Lets the board run for a while of true time and returns the lines that left its serial port. */
    List<String> run(long us) {
        try {
            orders.write(us + "\n");
            orders.flush();
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); !"done".equals(line); line = said.readLine()) {
                if (line == null) {
                    throw new AssertionError("the sketch ended");
                }
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sketch.destroyForcibly();
    }
}
