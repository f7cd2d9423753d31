package org.soothe.report;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.soothe.response.ResponseMethod;

/**
 * The numbers that the code of a stage uses, each under the name that it has there, read from the code itself: so a card lacks
 * none of them and cannot say another one than is computed with. Formulas stand in the Javadoc of the classes named. Stateless.
 */
final class MethodConstants {
    private static final String BASE = "org.soothe.";

    /** The longest text that every format can hold in one piece. */
    private static final int LONGEST_TEXT = 380;

    private static final List<String> READING = List.of(
            "LiveResponse",
            "MinuteSwing",
            "ReferenceBuilder",
            "Reference",
            "References",
            "FeatureReference",
            "FeatureLaw",
            "Breathing",
            "BreathingGuard",
            "SlowBreathCalm",
            "PauseRule");

    private static final List<String> FILTER = List.of("FilterDetector", "StateFilter", "Hysteresis");

    private static final List<String> DRIFT = List.of(
            "DriftDetector",
            "DriftAwareDetector",
            "BeatWatch",
            "LawBank",
            "OnsetBank",
            "DriftLaw",
            "ResponseSizes",
            "BeatStep",
            "BeatTracker",
            "BeatKalman",
            "BeatStep",
            "BeatModel",
            "ReferenceFit",
            "SwingWaveform",
            "PhaseBeats",
            "QuickExp");

    private static final List<String> PHASES =
            List.of("PhaseMeasures", "PhaseChange", "ReliableChange", "SelfReportReading", "OrderEvidence");

    private static final List<String> WAVES = List.of(
            "BlockClock",
            "Biquad",
            "EcgBlocks",
            "EcgWave",
            "EcgBeatFinder",
            "EcgMatch",
            "PulseWave",
            "PulseBeatFinder",
            "PulsePolarity",
            "PulseShape",
            "PulseQuality",
            "RecentValues");

    private static final List<String> CHEST = List.of("RespirationChannel", "ChestAcceleration", "BreathTrack");

    private MethodConstants() {}

    /** Returns those of the reading of the response: what all detectors share, then the detector's own. */
    static List<MethodCard.Entry> response(ResponseMethod method) {
        List<MethodCard.Entry> entries = of("response", READING);
        entries.addAll(of("response", method == ResponseMethod.FILTER ? FILTER : DRIFT));
        return entries;
    }

    /** Returns those of the report of phases. */
    static List<MethodCard.Entry> phases() {
        return of("response", PHASES);
    }

    /** Returns those of beats, breathing and movement found in waves. */
    static List<MethodCard.Entry> waves() {
        List<MethodCard.Entry> entries = of("beat", WAVES);
        entries.addAll(of("breathing", CHEST));
        return entries;
    }

    private static List<MethodCard.Entry> of(String room, List<String> types) {
        List<MethodCard.Entry> entries = new ArrayList<>();
        for (String type : types) {
            int part = 1;
            StringJoiner text = new StringJoiner(", ");
            for (String constant : constants(room + '.' + type)) {
                if (text.length() > 0 && text.length() + constant.length() > LONGEST_TEXT) {
                    entries.add(entry(type, part++, text));
                    text = new StringJoiner(", ");
                }
                text.add(constant);
            }
            entries.add(entry(type, part, text));
        }
        return entries;
    }

    private static MethodCard.Entry entry(String type, int part, StringJoiner text) {
        return new MethodCard.Entry(part == 1 ? type : type + ' ' + part, text.toString());
    }

    /** Returns name and value of every constant of a class that is a number or made of numbers, in the order of names. */
    static List<String> constants(String type) {
        List<String> found = new ArrayList<>();
        try {
            Field[] fields = Class.forName(BASE + type).getDeclaredFields();
            Arrays.sort(fields, Comparator.comparing(Field::getName));
            for (Field field : fields) {
                if (Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())) {
                    field.setAccessible(true);
                    add(found, field.getName(), field.get(null));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program cannot read its own constants: " + type, e);
        }
        return found;
    }

    private static void add(List<String> found, String name, Object value) throws IllegalAccessException {
        if (value instanceof Collection<?> many) {
            int i = 0;
            for (Object one : many) {
                add(found, name + '.' + i++, one);
            }
        } else {
            String text = text(value);
            if (!text.isEmpty()) {
                found.add(name + ' ' + text);
            }
        }
    }

    /** Returns a number, numbers in brackets, or the numbers that a value object is made of; empty for anything else. */
    private static String text(Object value) throws IllegalAccessException {
        if (value instanceof Double number) {
            return UnitText.plain(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        if (value.getClass().isArray()) {
            StringJoiner all = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < Array.getLength(value); i++) {
                String one = text(Array.get(value, i));
                if (one.isEmpty()) {
                    return "";
                }
                all.add(one);
            }
            return all.toString();
        }
        return value.getClass().getName().startsWith(BASE) && !(value instanceof Enum<?>) ? ofObject(value) : "";
    }

    private static String ofObject(Object value) throws IllegalAccessException {
        StringJoiner all = new StringJoiner(", ", "(", ")");
        for (Field field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                Object part = field.get(value);
                String text = part == null ? "" : text(part);
                if (!text.isEmpty()) {
                    all.add(field.getName() + ' ' + text);
                }
            }
        }
        return all.length() == 2 ? "" : all.toString();
    }
}
