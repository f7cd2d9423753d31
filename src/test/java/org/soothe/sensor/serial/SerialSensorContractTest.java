package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorContractTest;
import org.soothe.testing.External;
import org.soothe.time.SessionClock;

/** A serial sensor on a pseudo-terminal whose device sends our own lines without end. */
@External(program = "socat", install = "apt-get install socat")
class SerialSensorContractTest extends SensorContractTest {

    private static final int SAMPLES = 4_000;

    @TempDir
    Path folder;

    private SocatPair wire;
    private volatile boolean over;

    @BeforeEach
    void plugIn() {
        wire = new SocatPair(folder).plugIn();
    }

    @AfterEach
    void unplug() {
        over = true;
        wire.close();
    }

    @Override
    protected Sensor make(SessionClock clock) {
        return new SerialSensor(wire.port(), 115_200, clock);
    }

    @Override
    protected void send() {
        byte[] speech = DecodersTest.speech(SerialProtocol.SOOTHE, SAMPLES);
        Thread device = new Thread(() -> speak(speech), "device");
        device.setDaemon(true);
        device.start();
    }

    private void speak(byte[] speech) {
        try {
            while (true) {
                wire.send(speech);
            }
        } catch (UncheckedIOException e) {
            assertThat(over).as("the wire was pulled").isTrue();
        }
    }
}
