package org.soothe.recording.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.recording.RecordingFormatException;

/**
 * Reads the phases of a session, and what people noted and rated, from a small table: time in seconds or h:mm:ss, what, and
 * its value, such as
 *
 * <pre>time,what,value
 * 0,BASELINE_FREE,free
 * 4:58,SAFE,5
 * 5:00,COMPASSION_SELF,free
 * 6:12,MOVED,
 * 9:58,SAFE,7
 * 10:00,BASELINE_PACED,5.5</pre>
 *
 * <ul>
 *   <li>A phase: its value says how it is breathed, {@code free}, {@code paced} with the pacer that runs already, or a pace in
 *       breaths per minute, which sets the pacer.
 *   <li>A rating: an item of {@link SelfReportItem} and a whole number from 0 to 10. It belongs to the phase before it.
 *   <li>A marker: a kind of {@link MarkerKind}, with a text or nothing. DISTRESS with a number is a rating.
 * </ul>
 *
 * <p>Stateless.
 */
public final class PhaseFile {
    private static final double INHALE_RATIO = 0.45;
    private static final String WANTED =
            "time, phase and breathing, such as 300,COMPASSION_SELF,free; or time, what was rated"
                    + " and 0 to 10, such as 598,SAFE,7; or time and marker, such as 372,MOVED";

    private PhaseFile() {}

    /** Reads the events of a phase file, in order of time. */
    public static List<Event> read(Path path) throws RecordingFormatException {
        SourceFile file = SourceFile.read(path, WANTED, doneRatio -> {});
        List<Event> events = new ArrayList<>();
        boolean pacing = false;
        long lastNs = Long.MIN_VALUE;
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()
                    || line.startsWith("#")
                    || line.toLowerCase(Locale.ROOT).startsWith("time")) {
                continue;
            }
            String[] cells = line.split("\\s*[,;\t]\\s*", 3);
            double timeS = seconds(cells[0]);
            Event event = Double.isNaN(timeS) ? null : event(Math.round(timeS * 1e9), cells);
            if (event == null) {
                throw file.line(i + 1, line, WANTED);
            }
            if (event.timeNs() < lastNs) {
                throw file.line(i + 1, line, "a time that is not before the line above");
            }
            lastNs = event.timeNs();
            if (event instanceof PhaseStart) {
                double perMin = pace(cells[2]);
                if (perMin > 0) {
                    events.add(PacerSetting.steady(lastNs, perMin, INHALE_RATIO));
                    pacing = true;
                } else if (perMin == FREE && pacing) {
                    events.add(PacerSetting.off(lastNs));
                    pacing = false;
                }
            }
            events.add(event);
        }
        if (events.stream().noneMatch(PhaseStart.class::isInstance)) {
            throw file.whole("there is no phase in it", WANTED);
        }
        return events;
    }

    /** Returns what a line says, null where it says nothing known. */
    private static @Nullable Event event(long timeNs, String[] cells) {
        String what = cells.length > 1 ? cells[1] : "";
        String value = cells.length > 2 ? cells[2] : "";
        Phase phase = named(Phase.values(), what);
        if (phase != null) {
            double perMin = pace(value);
            BreathingMode breathing = perMin == FREE ? BreathingMode.FREE : BreathingMode.PACED;
            return Double.isNaN(perMin) ? null : new PhaseStart(timeNs, phase, breathing);
        }
        SelfReportItem item = named(SelfReportItem.values(), what);
        double rating = number(value);
        if (item != null && !Double.isNaN(rating)) {
            boolean whole = rating >= 0 && rating <= 10 && rating == Math.rint(rating);
            return whole ? new SelfReport(timeNs, item, (int) rating) : null;
        }
        MarkerKind kind = named(MarkerKind.values(), what);
        return kind == null ? null : new Marker(timeNs, kind, value);
    }

    private static final double FREE = 0;
    private static final double AS_IT_RUNS = -1;

    /** Returns breaths per minute, or what the word means; NaN where it means nothing. */
    private static double pace(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "free" -> FREE;
            case "paced" -> AS_IT_RUNS;
            default -> {
                double perMin = number(text);
                yield perMin >= 4 && perMin <= 10 ? perMin : Double.NaN;
            }
        };
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String text) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        return null;
    }

    private static double seconds(String text) {
        double seconds = 0;
        for (String part : text.split(":", -1)) {
            double value = number(part);
            if (!(value >= 0 && value < 1e7)) {
                return Double.NaN;
            }
            seconds = 60 * seconds + value;
        }
        return seconds;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
