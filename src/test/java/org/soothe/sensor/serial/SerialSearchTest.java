package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.SensorSearch;

class SerialSearchTest {

    private static final SerialPortInfo USB = new SerialPortInfo("/dev/ttyUSB0", "Pulse board", true);
    private static final SerialPortInfo BUILT_IN = new SerialPortInfo("/dev/ttyS0", "Physical Port S0", false);

    /** Writes down what it hears. */
    private static final class Notes implements SensorSearch.Listener {
        private final List<String> said = new ArrayList<>();

        @Override
        public void found(FoundSensor sensor) {
            said.add("+" + sensor.description().address() + ", "
                    + sensor.description().name() + ", " + sensor.note());
        }

        @Override
        public void gone(String address) {
            said.add("-" + address);
        }

        @Override
        public void problem(String text) {
            said.add("!" + text);
        }
    }

    @Test
    void aPortIsSaidWhenItComesAndWhenItGoes() {
        Notes notes = new Notes();
        Set<String> known = new HashSet<>();
        SerialSearch.update(known, List.of(BUILT_IN), notes);
        SerialSearch.update(known, List.of(USB, BUILT_IN), notes);
        SerialSearch.update(known, List.of(USB), notes);
        SerialSearch.update(known, List.of(USB), notes);
        assertThat(notes.said)
                .containsExactly(
                        "+serial:/dev/ttyS0, Physical Port S0, a port of the computer itself",
                        "+serial:/dev/ttyUSB0, Pulse board, a USB port; what is behind it shows when it is opened",
                        "-serial:/dev/ttyS0");
    }

    @Test
    void thePortsOfThisComputerAreListedWithoutAProblemAndTheSearchEnds() throws InterruptedException {
        Notes notes = new Notes();
        SerialSearch search = new SerialSearch();
        search.start(notes);
        assertThatThrownBy(() -> search.start(notes)).isInstanceOf(IllegalStateException.class);
        search.close();
        search.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("search-serial")) {
                thread.join();
            }
        }
        assertThat(notes.said).noneMatch(line -> line.startsWith("!"));
        assertThat(notes.said).hasSize(SerialPortInfo.list().size());
    }
}
