package org.soothe.sensor.serial;

import java.util.Locale;

/** Why a port could not be opened. */
enum PortProblem {
    /** There is no such port. */
    MISSING,
    /** It is there, but this user may not use it. */
    FORBIDDEN,
    /** Another program has it open. */
    BUSY,
    /** It is a file, but no serial port. */
    NO_PORT,
    /** Anything else. */
    OTHER;

    private static final int NO_SUCH_FILE = 2;
    private static final int INPUT_OUTPUT = 5;
    private static final int TRY_AGAIN = 11;
    private static final int NOT_ALLOWED = 13;
    private static final int IN_USE = 16;
    private static final int IS_FOLDER = 21;
    private static final int INVALID = 22;
    private static final int NO_TERMINAL = 25;

    /**
     * Judges a port that did not open by its file and by the error of the system; on Windows, where a port is no file, by the
     * error alone.
     */
    static PortProblem of(PortFile file, int errorCode) {
        if (!file.exists()) {
            return MISSING;
        }
        if (!file.mayUse() || errorCode == NOT_ALLOWED) {
            return FORBIDDEN;
        }
        if (!file.mayBePort()) {
            return NO_PORT;
        }
        return switch (errorCode) {
            // A port that this very program holds answers "no such file" although it exists.
            case TRY_AGAIN, IN_USE, NO_SUCH_FILE -> BUSY;
            case NO_TERMINAL, INVALID, IS_FOLDER, INPUT_OUTPUT -> NO_PORT;
            default -> OTHER;
        };
    }

    /** Judges a port of Windows that did not open. */
    static PortProblem ofWindows(int errorCode) {
        return switch (errorCode) {
            case NO_SUCH_FILE -> MISSING;
            // Windows says "access denied" where another program has the port.
            case INPUT_OUTPUT -> BUSY;
            default -> OTHER;
        };
    }

    /** Says what is wrong with a port and what to do. */
    String words(String port) {
        return switch (this) {
            case MISSING ->
                "There is no port " + port
                        + ". Plug the sensor in, or choose one of the ports that `soothe sensors` lists.";
            case FORBIDDEN ->
                "You may not use " + port
                        + ". On Linux, add yourself to the group that owns it (often `sudo usermod -aG"
                        + " dialout $USER`), log out and in again.";
            case BUSY ->
                port + " is used by another program. Close it there (a serial monitor, a plotter, another session of"
                        + " Soothe) and start again.";
            case NO_PORT -> port + " is not a serial port. Choose one of the ports that `soothe sensors` lists.";
            case OTHER -> port + " could not be opened. Unplug the sensor, plug it in again, and start again.";
        };
    }

    /**
     * What the file system says of a port.
     *
     * @param exists whether there is such a file
     * @param mayUse whether this user may read and write it
     * @param mayBePort whether it is neither a folder nor a plain file
     */
    record PortFile(boolean exists, boolean mayUse, boolean mayBePort) {}

    static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    }
}
