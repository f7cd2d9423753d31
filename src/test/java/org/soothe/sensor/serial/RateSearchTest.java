package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.SensorState;
import org.soothe.sensor.EventQueue;
import org.soothe.testing.External;
import org.soothe.time.SessionClock;

/** A device at another rate than the computer's, on a pseudo-terminal behind a wire that carries bits. */
@External(program = "g++", install = "apt-get install g++")
class RateSearchTest {

    private static final int ROOM = 100_000;
    private static final long FAST = 10;

    @TempDir
    static Path folder;

    private static Path uart;

    private final EventQueue queue = new EventQueue(ROOM);
    private final Heard heard = new Heard(queue);
    private final Path port = folder.resolve("port");

    @BeforeAll
    static void compile() {
        uart = CompiledProgram.compile(folder.resolve("uart"), "src/test/cpp/uart.cpp");
    }

    /** The axis runs ten times as fast as the world, so that nobody has to wait for the search. */
    private SerialSensor sensor(int baud) {
        return new SerialSensor(port.toString(), baud, new SessionClock(() -> FAST * System.nanoTime(), Instant.EPOCH));
    }

    @Test
    void aWrongRateIsSaidAndTheRightOneIsFound() {
        byte[] speech = DecodersTest.speech(SerialProtocol.VISUALIZER, 10);
        try (UartCable cable = new UartCable(uart, port, 57_600, speech);
                SerialSensor sensor = sensor(0)) {
            assertThat(cable.isRunning()).isTrue();
            sensor.open(queue);
            heard.until(SensorState.CONNECTED, "What arrives at 115200 baud cannot be read: a wrong rate. Trying 9600");
            heard.until(SensorState.CONNECTED, "PulseSensor visualizer lines at 57600 baud");
        }
    }

    /** With odd parity on a real wire; a pseudo-terminal knows none. */
    @Test
    void anOximeterIsFound() {
        byte[] speech = DecodersTest.speech(SerialProtocol.CONTEC, 20);
        try (UartCable cable = new UartCable(uart, port, 19_200, speech);
                SerialSensor sensor = sensor(0)) {
            assertThat(cable.isRunning()).isTrue();
            sensor.open(queue);
            heard.until(SensorState.CONNECTED, "Contec oximeter at 19200 baud, odd parity");
        }
    }

    @Test
    void aRateThatWasSaidWronglyIsRefusedInTheEnd() {
        byte[] speech = DecodersTest.speech(SerialProtocol.VISUALIZER, 10);
        try (UartCable cable = new UartCable(uart, port, 57_600, speech);
                SerialSensor sensor = sensor(9_600)) {
            assertThat(cable.isRunning()).isTrue();
            sensor.open(queue);
            assertThat(heard.until(SensorState.FAILED))
                    .contains("cannot be read at 9600 baud", "Leave the rate out", "serial:PORT@115200");
        }
    }

    @Test
    void unknownTextIsShownAndWhatToDo() {
        byte[] speech = "Heart rate: 72\r\n".getBytes(StandardCharsets.US_ASCII);
        try (UartCable cable = new UartCable(uart, port, 115_200, speech);
                SerialSensor sensor = sensor(0)) {
            sensor.open(queue);
            heard.until(SensorState.CONNECTED, "Heart rate: 72 / Heart rate");
            cable.say(DecodersTest.speech(SerialProtocol.VISUALIZER, 10));
            heard.until(SensorState.CONNECTED, "PulseSensor visualizer lines");
        }
    }
}
