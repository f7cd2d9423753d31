package org.soothe.recording.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.soothe.event.Event;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.RecordingFormatException;

/** Makes the wave of an electrocardiogram from the samples of a file, in blocks of about a second. Stateless. */
final class WaveImport {
    private static final double LEAST_RATE_HZ = 50;

    private WaveImport() {}

    /** Returns how many microvolts one unit of a file is, NaN where it is no voltage. */
    static double microvolts(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "uv", "\u00b5v", "\u03bcv", "microvolt", "microvolts", "?v" -> 1;
            case "mv", "millivolt", "millivolts" -> 1e3;
            case "v", "volt", "volts" -> 1e6;
            case "nv", "nanovolt", "nanovolts" -> 1e-3;
            default -> Double.NaN;
        };
    }

    /**
     * Appends evenly spaced samples to a list of events.
     *
     * @param firstNs time of the first sample
     * @param from first sample (inclusive)
     * @param to last sample (exclusive)
     * @param microvolt value of a sample
     */
    static void append(
            List<Event> events, long firstNs, double rateHz, int from, int to, IntToDoubleFunction microvolt) {
        int block = (int) Math.max(1, Math.round(rateHz));
        for (int start = from; start < to; start += block) {
            int end = Math.min(to, start + block);
            int[] values = new int[end - start];
            for (int i = 0; i < values.length; i++) {
                double value = microvolt.applyAsDouble(start + i);
                values[i] = Double.isFinite(value) ? (int) Math.round(value) : 0;
            }
            long sampleNs = firstNs + Math.round((start - from) * 1e9 / rateHz);
            long arrivalNs = firstNs + Math.round((end - from) * 1e9 / rateHz);
            events.add(new Waveform(arrivalNs, sampleNs, WaveformKind.ECG_MICROVOLT, rateHz, Samples.of(values)));
        }
    }

    /** Checks what cannot be an electrocardiogram. */
    static double checkedMicrovolts(SourceFile file, String label, String unit, double rateHz)
            throws RecordingFormatException {
        double microvolts = microvolts(unit);
        if (Double.isNaN(microvolts)) {
            throw file.whole(
                    "the unit of signal \"" + label + "\" is \"" + unit + "\"",
                    "an electrocardiogram in uV, mV or V; another signal can be named with --column");
        }
        if (!(rateHz >= LEAST_RATE_HZ)) {
            throw file.whole(
                    "signal \"" + label + "\" has " + UnitFinder.text(rateHz) + " samples per second",
                    "an electrocardiogram of at least " + UnitFinder.text(LEAST_RATE_HZ));
        }
        return microvolts;
    }

    /** Returns the places where a signal of this name or number is, as told; an error with the choices where it is not clear. */
    static int choose(SourceFile file, List<String> labels, List<Integer> candidates, String told)
            throws RecordingFormatException {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            named.add((i + 1) + " \"" + labels.get(i) + "\"");
        }
        if (!told.isEmpty()) {
            for (int i = 0; i < labels.size(); i++) {
                if (labels.get(i).equalsIgnoreCase(told)
                        || Integer.toString(i + 1).equals(told)) {
                    return i;
                }
            }
            throw file.whole(
                    "there is no signal \"" + told + "\"; there are " + String.join(", ", named), "one of them");
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw file.whole(
                (candidates.isEmpty() ? "no signal is called ECG" : "more than one signal is called ECG")
                        + "; there are "
                        + String.join(", ", named),
                "the name or number of the electrocardiogram with --column");
    }

    static boolean namedEcg(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return lower.contains("ecg") || lower.contains("ekg");
    }
}
