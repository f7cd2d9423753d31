package org.soothe.sensor.ble;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which strap is meant: by address, by name or a part of it, or any. Immutable. */
public final class BleTarget {

    private static final Pattern ADDRESS = Pattern.compile("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}");

    private final String text;

    private BleTarget(String text) {
        this.text = text;
    }

    /** Returns what a person typed behind {@code ble:}: an address, a name, a part of a name such as {@code H10}, or nothing. */
    public static BleTarget of(String text) {
        String trimmed = text.trim();
        return new BleTarget(trimmed.equalsIgnoreCase("any") ? "" : trimmed);
    }

    /** Returns the strap that offers heart rate and is nearest, whatever its name. */
    public static BleTarget any() {
        return new BleTarget("");
    }

    boolean isAny() {
        return text.isEmpty();
    }

    private boolean isAddress() {
        return ADDRESS.matcher(text).matches();
    }

    /** Returns whether a device may be the one. A strap may keep the service out of its advertisement when named. */
    boolean matches(BleDevice device) {
        if (isAny()) {
            return device.heartRate();
        }
        return isAddress()
                ? device.address().equalsIgnoreCase(text)
                : lower(device.name()).contains(lower(text));
    }

    /** Returns whether it is the only one that can match. */
    boolean isTheOnlyOne(BleDevice device) {
        return isAddress() && matches(device);
    }

    /** Returns whether the whole name matches, not a part of it. Several straps may have the same. */
    boolean hasWholeName(BleDevice device) {
        return lower(device.name()).equals(lower(text));
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Returns it as in a sentence: a strap, or its name. */
    String words() {
        return isAny() ? "a heart rate strap" : text;
    }

    @Override
    public String toString() {
        return isAny() ? "any" : text;
    }
}
