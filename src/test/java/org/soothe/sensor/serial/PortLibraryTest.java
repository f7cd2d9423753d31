package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PortLibraryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void theNativePartIsLoadedFromAFolderThatIsOursAlone() throws IOException {
        assertThat(SerialPortInfo.list()).isNotNull();
        List<Path> loaded = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("libjSerialComm"))
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .distinct()
                .toList();
        assertThat(loaded).hasSize(1);
        Path folder = Path.of(System.getProperty("jSerialComm.library.path"));
        assertThat(loaded.get(0)).startsWith(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void withoutRoomForTheNativePartTheSensorFailsAndSaysWhatToDo(@TempDir Path folder) throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder.resolve("none"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.soothe.cli.Soothe",
                        "live",
                        "--sensor=serial:any",
                        "--no-record")
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("Sensor failed.", "make room there").doesNotContain("Exception");
    }
}
