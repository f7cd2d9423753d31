package org.soothe.recording.formats.export;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as text that reads back to the very same number, whatever the Java and the machine's language. Stateless. */
final class Decimal {
    private static final long NS_PER_S = 1_000_000_000L;

    private Decimal() {}

    /** Returns a time in seconds with as many of nine decimals as it needs: exact. */
    static String seconds(long timeNs) {
        long whole = timeNs / NS_PER_S;
        long rest = Math.abs(timeNs % NS_PER_S);
        String sign = timeNs < 0 && whole == 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        String digits = Long.toString(NS_PER_S + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return sign + whole + '.' + digits.substring(0, end);
    }

    /** Returns the shortest text that reads back to this value; whole numbers without a point. */
    static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : NumberOutput.toString(value, true);
    }
}
