package org.soothe.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time as a person typed it. Immutable.
 *
 * @param lengthNs the length
 * @param text what was typed
 */
record TimeLength(long lengthNs, String text) {

    /** Returns the length, in seconds; NaN if the text is no number with one of the units s, min and h. */
    static double seconds(String text) {
        int digits = 0;
        while (digits < text.length() && "0123456789.".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        double unitS = switch (text.substring(digits).trim()) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3600;
            default -> Double.NaN;
        };
        return Typed.number(text.substring(0, digits)) * unitS;
    }

    /** Reads how long something is to last, such as {@code 2min}. */
    static final class Converter implements ITypeConverter<TimeLength> {
        private static final long LONGEST_S = 48 * 3600;

        @Override
        public TimeLength convert(String value) {
            double lengthS = seconds(value);
            if (!(lengthS >= 1 && lengthS <= LONGEST_S)) {
                throw new TypeConversionException(
                        "must be a length of 1s to 48h with its unit, such as 2min or 90s, was \"" + value + "\"");
            }
            return new TimeLength(Math.round(lengthS * 1e9), value);
        }
    }
}
