package org.soothe.sensor.serial;

/** Reads whole numbers in decimal digits from bytes. Only functions. */
final class WholeNumber {

    /** Stands for "no number": no text of up to {@link #LONGEST} digits gives it. */
    static final long NONE = Long.MIN_VALUE;

    private static final int LONGEST = 10;

    private WholeNumber() {}

    /** Returns the number in {@code [from, to)}, digits with or without a minus sign, else {@link #NONE}. */
    static long parse(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int at = negative ? from + 1 : from;
        if (at >= to || to - at > LONGEST) {
            return NONE;
        }
        long value = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = 10 * value + digit;
        }
        return negative ? -value : value;
    }

    /** Returns the number in {@code [from, to)} if it lies in {@code [least, most]}, else {@link #NONE}. */
    static long parse(byte[] bytes, int from, int to, long least, long most) {
        long value = parse(bytes, from, to);
        return value >= least && value <= most ? value : NONE;
    }
}
