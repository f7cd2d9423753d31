package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.sensor.serial.SerialPortInfo;
import org.soothe.time.SessionClock;

class SerialKindTest {

    private static final SerialPortInfo ONE = new SerialPortInfo("/dev/ttyUSB0", "Pulse board", true);
    private static final SerialPortInfo TWO = new SerialPortInfo("/dev/ttyACM0", "Other board", true);
    private static final SerialPortInfo BUILT_IN = new SerialPortInfo("/dev/ttyS0", "Physical Port S0", false);

    private static String address(String name, SerialPortInfo... ports) {
        return new SerialKind(() -> List.of(ports))
                .sensor(name, new SensorOptions(), SessionClock.start())
                .describe()
                .address();
    }

    @Test
    void aPortIsTakenAsItIsNamedWithOrWithoutARate() {
        assertThat(address("/dev/ttyX")).isEqualTo("serial:/dev/ttyX");
        assertThat(address("COM3@115200")).isEqualTo("serial:COM3");
    }

    @Test
    void autoTakesTheOnlyUsbPort() {
        assertThat(address("auto", BUILT_IN, ONE)).isEqualTo("serial:/dev/ttyUSB0");
        assertThatThrownBy(() -> address("auto", BUILT_IN)).hasMessageContaining("Plug the sensor in");
        assertThatThrownBy(() -> address("auto", ONE, TWO))
                .hasMessageContaining("more than one")
                .hasMessageContaining("serial:/dev/ttyACM0  Other board");
    }

    @Test
    void noPortIsAskedForWithTheOnesThereAre() {
        assertThatThrownBy(() -> address("", ONE))
                .hasMessageContaining("Which port?")
                .hasMessageContaining("Pulse board");
        assertThatThrownBy(() -> address("")).hasMessageContaining("There is none now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auto"})
    void aComputerThatCannotUseSerialPortsIsToldSo(String name) {
        SerialKind kind = new SerialKind(() -> {
            throw new UncheckedIOException("no room in /tmp", new IOException());
        });
        assertThatThrownBy(() -> kind.sensor(name, new SensorOptions(), SessionClock.start()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Serial ports cannot be used on this computer: no room in /tmp.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@fast", "p@", "p@0", "p@-9600", "p@99999999999"})
    void aRateThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> address(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate in baud");
    }
}
