package org.soothe.recording.formats;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.IntervalUnit;

/** A column's name, taken apart: what the column is and in which unit. Immutable. */
final class ColumnName {
    private static final Set<String> INTERVAL = Set.of(
            "rr",
            "rri",
            "rrs",
            "rrinterval",
            "rrintervals",
            "rrvalue",
            "ibi",
            "ibis",
            "ibiinterval",
            "interbeatinterval",
            "interbeatintervals",
            "nn",
            "nni",
            "nninterval",
            "nnintervals",
            "interval",
            "intervals",
            "beatinterval",
            "pp",
            "ppi",
            "ppinterval",
            "pulseinterval",
            "ecgrr",
            "hrvrr");
    private static final Set<String> TIME = Set.of(
            "t",
            "ts",
            "time",
            "times",
            "timestamp",
            "timestamps",
            "elapsed",
            "elapsedtime",
            "beattime",
            "beattimes",
            "clock",
            "datetime",
            "phonetimestamp",
            "sensortimestamp",
            "unix",
            "unixtime",
            "arrival",
            "arrivaltime",
            "peaktime",
            "zeit",
            "uhrzeit",
            "zeitstempel");
    private static final Set<String> SAMPLE =
            Set.of("sample", "samples", "samplenumber", "peak", "peaks", "rpeak", "rpeaks");
    private static final Set<String> SYMBOL = Set.of("symbol", "symbols", "annotation", "type", "beattype", "label");

    /** What a column holds. */
    enum Role {
        INTERVAL,
        TIME,
        SAMPLE,
        SYMBOL,
        OTHER
    }

    private final String name;
    private final Role role;
    private final String unitWord;

    ColumnName(String name) {
        this.name = name;
        String flat = flatten(name);
        int cut = flat.lastIndexOf(' ');
        String last = flat.substring(cut + 1);
        boolean hasUnit = cut > 0 && (unitOf(last) != null || !Double.isNaN(timeUnitMs(last)));
        this.unitWord = hasUnit ? last : "";
        this.role = roleOf((hasUnit ? flat.substring(0, cut) : flat).replace(" ", ""));
    }

    private static Role roleOf(String base) {
        if (INTERVAL.contains(base)) {
            return Role.INTERVAL;
        }
        if (TIME.contains(base)) {
            return Role.TIME;
        }
        if (SAMPLE.contains(base)) {
            return Role.SAMPLE;
        }
        return SYMBOL.contains(base) ? Role.SYMBOL : Role.OTHER;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    /** Returns the unit that the name states for an interval, null where it states none. */
    @Nullable
    IntervalUnit unit() {
        return unitOf(unitWord);
    }

    /** Returns the unit that the name states for a time in milliseconds, NaN where it states none. */
    double timeUnitMs() {
        return timeUnitMs(unitWord);
    }

    boolean arrival() {
        return name.toLowerCase(Locale.ROOT).contains("arrival");
    }

    static @Nullable IntervalUnit unitOf(String word) {
        return switch (word) {
            case "ms", "msec", "msecs", "millis", "milliseconds" -> IntervalUnit.MS;
            case "s", "sec", "secs", "seconds" -> IntervalUnit.S;
            case "ticks", "tick" -> IntervalUnit.TICKS_1024;
            default -> null;
        };
    }

    private static double timeUnitMs(String word) {
        if (word.equals("ns") || word.equals("nanoseconds")) {
            return 1e-6;
        }
        if (word.equals("us") || word.equals("microseconds")) {
            return 1e-3;
        }
        IntervalUnit unit = unitOf(word);
        return unit == null ? Double.NaN : unit.toMs(1);
    }

    /** Returns the words of {@link #words}, with every way to write 1/1024 s as {@code ticks}. */
    private static String flatten(String name) {
        int ticks = name.indexOf("1/1024") >= 0 ? name.indexOf("1/1024") : name.indexOf("1024");
        if (ticks <= 0) {
            return words(name).replace(" in ", " ");
        }
        String before = words(name.substring(0, ticks)).replace(" in", "");
        return before.endsWith(" ticks") ? before : before + " ticks";
    }

    /** Returns the words of a name in lower case with single blanks between: {@code "RR-Interval [ms]"} is "rr interval ms". */
    private static String words(String name) {
        StringBuilder out = new StringBuilder();
        boolean blank = false;
        char before = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                boolean camel = Character.isUpperCase(c) && Character.isLowerCase(before);
                if ((blank || camel) && out.length() > 0) {
                    out.append(' ');
                }
                out.append(Character.toLowerCase(c));
                blank = false;
            } else {
                blank = true;
            }
            before = c;
        }
        return out.toString();
    }
}
