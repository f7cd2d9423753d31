package org.soothe.sensor.ble.bluez;

import java.util.Locale;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleProblem;

/** What the daemon's and the bus's errors mean for a person. */
final class BluezErrors {

    // Design: BlueZ says "Failed" for nearly everything and puts the reason into the text; the texts below are those of
    // its sources (src/error.c, btd_error_*_conn and ecode_to_string) and of the reports named in decision 0070.

    private BluezErrors() {}

    static BleException explain(String what, Throwable error) {
        if (error instanceof BleException known) {
            return known;
        }
        String text = error.getMessage() == null ? "" : error.getMessage();
        return new BleException(problem(nameOf(error), text.toLowerCase(Locale.ROOT)), what + ": " + text, error);
    }

    /** Returns the name of a D-Bus error, such as {@code org.bluez.Error.Failed}; the library has no other way to it yet. */
    @SuppressWarnings("removal")
    private static String nameOf(Throwable error) {
        String type = error instanceof DBusExecutionException remote ? text(remote.getType()) : "";
        return type.isEmpty() ? error.getClass().getName() : type;
    }

    private static String text(@Nullable String type) {
        return type == null ? "" : type;
    }

    static BleProblem problem(String name, String text) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return switch (last) {
            case "AccessDenied" -> BleProblem.NOT_PERMITTED;
            case "ServiceUnknown", "NameHasNoOwner" -> BleProblem.NO_DAEMON;
            case "NoReply", "Timeout", "TimedOut" -> BleProblem.TIMED_OUT;
            case "NotConnected", "Disconnected", "FatalDBusException" ->
                name.contains("bluez") ? BleProblem.LINK_LOST : BleProblem.DAEMON_GONE;
            case "BluezNotConnectedException" -> BleProblem.LINK_LOST;
            case "NotReady", "BluezNotReadyException" -> BleProblem.POWERED_OFF;
            case "NotAuthorized",
                    "BluezNotAuthorizedException",
                    "AuthenticationFailed",
                    "BluezAuthenticationFailedException" -> BleProblem.NOT_PAIRED;
            case "NotSupported", "BluezNotSupportedException" -> BleProblem.NOT_OFFERED;
            case "UnknownObject", "DoesNotExist", "BluezDoesNotExistException", "NotAvailable" -> BleProblem.NOT_FOUND;
            default -> byText(text);
        };
    }

    private static BleProblem byText(String text) {
        if (text.contains("0x05") || text.contains("0x0f") || text.contains("authentication")) {
            return BleProblem.NOT_PAIRED;
        }
        if (text.contains("refused")
                || text.contains("concurrent-connection-limit")
                || text.contains("page-timeout")
                || text.contains("host is down")) {
            return BleProblem.REFUSED;
        }
        if (text.contains("abort") || text.contains("not connected") || text.contains("terminated")) {
            return BleProblem.LINK_LOST;
        }
        if (text.contains("timeout") || text.contains("timed out")) {
            return BleProblem.TIMED_OUT;
        }
        return BleProblem.OTHER;
    }
}
