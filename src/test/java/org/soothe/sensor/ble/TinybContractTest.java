package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.sensor.ble.rig.RealBus;
import org.soothe.testing.External;

/**
 * TinyB holds the contract of all sensors: a process of its own ({@link TinybContract}) on a real message bus, with the pretend
 * daemon. The library's bus inside the JVM is not enough for it ({@code docs/decisions/0075}).
 */
@External(program = "dbus-daemon", install = "apt-get install dbus-daemon libglib2.0-0")
@EnabledIfSystemProperty(
        named = "os.arch",
        matches = "amd64",
        disabledReason = "TinyB has no library for this processor")
class TinybContractTest {

    private static final long LIMIT_S = 180;

    @TempDir
    private Path folder;

    @Test
    @Timeout(200)
    void theContractOfAllSensorsIsHeld() throws Exception {
        try (RealBus bus = new RealBus()) {
            Path log = folder.resolve("log");
            ProcessBuilder contract = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            TinybContract.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            contract.environment().put("DBUS_SYSTEM_BUS_ADDRESS", bus.address());
            Process running = contract.start();
            try {
                assertThat(running.waitFor(LIMIT_S, TimeUnit.SECONDS))
                        .as("it ends")
                        .isTrue();
                assertThat(running.exitValue()).as(() -> read(log)).isZero();
            } finally {
                running.destroyForcibly();
            }
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
