package org.soothe.sensor.ble.tinyb;

import java.util.Locale;
import java.util.stream.Stream;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleProblem;

/** What the words of TinyB's exceptions, which pass on those of BlueZ, mean. Stateless. */
final class TinybProblems {

    private TinybProblems() {}

    /** Explains why the manager could not be had. */
    static BleException opening(RuntimeException cause) {
        String words = words(cause);
        if (words.contains("no adapter") || words.contains("adapter not found")) {
            return new BleException(BleProblem.NO_ADAPTER, text(cause), cause);
        }
        if (words.contains("access denied") || words.contains("accessdenied") || words.contains("permission")) {
            return new BleException(BleProblem.NOT_PERMITTED, text(cause), cause);
        }
        return new BleException(BleProblem.NO_DAEMON, text(cause), cause);
    }

    /** Explains why a call failed. */
    static BleException calling(RuntimeException cause) {
        return new BleException(problem(words(cause)), text(cause), cause);
    }

    private static BleProblem problem(String words) {
        if (Stream.of("serviceunknown", "noreply", "name has no owner", "unknownmethod", "unknownobject")
                .anyMatch(words::contains)) {
            return BleProblem.DAEMON_GONE;
        }
        if (words.contains("notready") || words.contains("resource not ready")) {
            return BleProblem.POWERED_OFF;
        }
        if (words.contains("authentication") || words.contains("encryption")) {
            return BleProblem.NOT_PAIRED;
        }
        if (words.contains("accessdenied") || words.contains("access denied")) {
            return BleProblem.NOT_PERMITTED;
        }
        if (words.contains("notconnected") || words.contains("not connected")) {
            return BleProblem.LINK_LOST;
        }
        if (words.contains("timeout") || words.contains("timed out")) {
            return BleProblem.TIMED_OUT;
        }
        if (words.contains("abort") || words.contains("refused") || words.contains("page-timeout")) {
            return BleProblem.REFUSED;
        }
        return BleProblem.OTHER;
    }

    private static String words(RuntimeException cause) {
        return text(cause).toLowerCase(Locale.ROOT);
    }

    private static String text(RuntimeException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
