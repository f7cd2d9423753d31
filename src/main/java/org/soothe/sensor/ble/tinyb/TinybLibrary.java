package org.soothe.sensor.ble.tinyb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleProblem;
import tinyb.BluetoothManager;

/** The native parts of TinyB, which lie in its jar: unpacked into a folder of this process alone and loaded once. */
final class TinybLibrary {

    // Design: the static initialiser of BluetoothManager asks the library path for both files and only prints where
    // that fails. What this class has loaded before is used all the same, so the two lines on stderr mean nothing.

    private static final String[] FILES = {"libtinyb.so", "libjavatinyb.so"};

    private TinybLibrary() {}

    /** A native library is loaded once per process, so what became of it is a constant of the process. */
    private static final class Loaded {
        static final @Nullable String PROBLEM = load();
    }

    /**
     * Returns the manager of TinyB, of which a process has one.
     *
     * @throws BleException if there is no library for this machine, no bus or no adapter
     */
    static BluetoothManager manager() throws BleException {
        if (Loaded.PROBLEM != null) {
            throw new BleException(BleProblem.OTHER, Loaded.PROBLEM);
        }
        try {
            return BluetoothManager.getBluetoothManager();
        } catch (RuntimeException e) {
            throw TinybProblems.opening(e);
        }
    }

    private static @Nullable String load() {
        String folder = folder(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        if (folder == null) {
            return "TinyB has no library for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + "; use --ble-backend bluez";
        }
        try {
            // Owner-only by default; the files must outlive the loading, and go with the process.
            Path here = Files.createTempDirectory("soothe-tinyb");
            here.toFile().deleteOnExit();
            for (String file : FILES) {
                Path copy = here.resolve(file);
                copy.toFile().deleteOnExit();
                try (InputStream in = BluetoothManager.class.getResourceAsStream("/native/" + folder + "/" + file)) {
                    if (in == null) {
                        return "the jar of TinyB lacks " + folder + "/" + file + "; use --ble-backend bluez";
                    }
                    Files.copy(in, copy);
                }
                System.load(copy.toString());
            }
            return null;
        } catch (IOException | UnsatisfiedLinkError e) {
            return "the library of TinyB cannot be loaded (" + e.getMessage()
                    + "); install libglib2.0-0, or use --ble-backend bluez";
        }
    }

    /** Returns the folder of the jar that fits a machine, null if there is none: no 64-bit ARM, no other system. */
    static @Nullable String folder(String system, String processor) {
        if (!system.equals("Linux")) {
            return null;
        }
        return switch (processor) {
            case "amd64", "x86_64" -> "linux/x86_64";
            case "x86", "i386", "i586", "i686" -> "linux/x86_32";
            case "arm" -> "arm/armv6";
            default -> null;
        };
    }
}
