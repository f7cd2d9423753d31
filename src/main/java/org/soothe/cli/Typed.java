package org.soothe.cli;

import java.util.regex.Pattern;

/** Numbers as people type them. Stateless. */
final class Typed {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Typed() {}

    /** Returns the number, NaN for anything else: what Java takes beyond it (0x10p3, 5f) nobody means. */
    static double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }
}
