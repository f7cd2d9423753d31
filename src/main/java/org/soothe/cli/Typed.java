package org.soothe.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Numbers and paths as people type them. Stateless. */
final class Typed {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Typed() {}

    /** Returns the number, NaN for anything else: what Java takes beyond it (0x10p3, 5f) nobody means. */
    static double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /** Returns the path; a name that this computer cannot spell is told in words. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" can be no file's name here; if it holds letters beyond English,"
                            + " the language settings must allow them, as LC_ALL=C.UTF-8 does");
        }
    }
}
