package org.soothe.sensor.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Gives the native part of jSerialComm a folder that only this user can write to. Left alone it unpacks itself into a fixed
 * folder of the system's temporary directory, where on a shared computer another user may have put something else. Only
 * functions.
 */
final class PortLibrary {

    private static final String LIBRARY_PATH = "jSerialComm.library.path";
    private static final List<String> PROCESSORS = List.of(
            "x86_64", "aarch64", "x86", "armv5", "armv6hf", "armv7", "armv7hf", "armv8_32", "armv8_64", "ppc64le");

    private PortLibrary() {}

    /**
     * Makes the folder, once, before the class of the library is loaded. A folder that was set on the command line stays.
     *
     * @throws UncheckedIOException if there is no room for it; the message says where
     */
    static synchronized void prepare() {
        if (System.getProperty(LIBRARY_PATH) == null) {
            try {
                System.setProperty(LIBRARY_PATH, Folder.unpacked().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "their library cannot be unpacked into " + System.getProperty("java.io.tmpdir")
                                + "; make room there, or let this user write there",
                        e);
            }
        }
    }

    /** Where the library is unpacked. */
    private static final class Folder {

        static Path unpacked() throws IOException {
            Path folder = Files.createTempDirectory("soothe-serial-");
            folder.toFile().deleteOnExit();
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (system.contains("win")) {
                unpack(folder, "Windows", "jSerialComm.dll");
            } else if (system.contains("mac")) {
                unpack(folder, "OSX", "libjSerialComm.jnilib");
            } else {
                unpack(folder, "Linux", "libjSerialComm.so");
            }
            return folder;
        }

        private static void unpack(Path folder, String system, String file) throws IOException {
            Path systemFolder = Files.createDirectory(folder.resolve(system));
            systemFolder.toFile().deleteOnExit();
            for (String processor : PROCESSORS) {
                String resource = "/" + system + "/" + processor + "/" + file;
                try (InputStream in = com.fazecast.jSerialComm.SerialPortEvent.class.getResourceAsStream(resource)) {
                    if (in != null) {
                        Path target = Files.createDirectory(systemFolder.resolve(processor));
                        target.toFile().deleteOnExit();
                        Files.copy(in, target.resolve(file));
                        target.resolve(file).toFile().deleteOnExit();
                    }
                }
            }
        }
    }
}
