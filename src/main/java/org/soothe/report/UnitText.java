package org.soothe.report;

import java.util.Arrays;

/** Numbers and times as text for people, always in the same form whatever the machine's language. Stateless. */
public final class UnitText {
    private static final long NS_PER_S = 1_000_000_000L;

    private UnitText() {}

    /** Returns a number with a fixed count of decimals, halves rounded up; numbers beyond 1e15 as Java writes them. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value) || Math.abs(value) > 1e15) {
            return Double.toString(value);
        }
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(Math.abs(value) * scale);
        String sign = value < 0 && scaled > 0 ? "-" : "";
        if (decimals == 0) {
            return sign + scaled;
        }
        String rest = Long.toString(scaled % scale);
        return sign + scaled / scale + '.' + "0".repeat(decimals - rest.length()) + rest;
    }

    /** Returns a number without decimals if it has none, else as Java writes it. */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Returns a time as minutes and seconds such as {@code 7:55}, with hours from one hour on. */
    public static String clock(long timeNs) {
        long s = Math.floorDiv(Math.max(0, timeNs), NS_PER_S);
        String seconds = (s % 60 < 10 ? ":0" : ":") + s % 60;
        long minutes = s / 60;
        return minutes < 60
                ? minutes + seconds
                : minutes / 60 + (minutes % 60 < 10 ? ":0" : ":") + minutes % 60 + seconds;
    }

    /** Returns a text of at least this width, blanks before it. */
    public static String right(String text, int width) {
        return blanks(width - text.length()) + text;
    }

    /** Returns a text of at least this width, blanks after it. */
    public static String left(String text, int width) {
        return text + blanks(width - text.length());
    }

    private static String blanks(int count) {
        if (count <= 0) {
            return "";
        }
        char[] blanks = new char[count];
        Arrays.fill(blanks, ' ');
        return new String(blanks);
    }
}
