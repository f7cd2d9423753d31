package org.soothe.sensor.serial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A device that says the same thing over and over on a cable with a bit rate: {@code src/test/cpp/uart.cpp}. */
final class UartCable implements AutoCloseable {

    private static final long PAUSE_MS = 5;

    private final Process uart;
    private final Thread speaker;
    private volatile byte[] speech;

    /** Plugs the device in. */
    UartCable(Path program, Path link, int baud, byte[] speech) {
        this.speech = speech;
        try {
            uart = new ProcessBuilder(program.toString(), link.toString(), Integer.toString(baud))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(uart.getInputStream(), StandardCharsets.US_ASCII));
            if (!"ready".equals(said.readLine())) {
                throw new AssertionError("no pseudo-terminal");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speaker = new Thread(this::speak, "uart-speaker");
        speaker.setDaemon(true);
        speaker.start();
    }

    /** Says something else from now on. */
    void say(byte[] other) {
        speech = other;
    }

    /** Returns whether the device has power. */
    boolean isRunning() {
        return uart.isAlive();
    }

    private void speak() {
        try {
            OutputStream out = uart.getOutputStream();
            while (!Thread.interrupted()) {
                out.write(speech);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        speaker.interrupt();
        uart.destroyForcibly();
    }
}
