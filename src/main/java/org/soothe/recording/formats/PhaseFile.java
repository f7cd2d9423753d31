package org.soothe.recording.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;

/**
 * Reads the phases of a session from a small table: time in seconds or h:mm:ss, phase, breathing, such as
 *
 * <pre>time,phase,breathing
 * 0,BASELINE_FREE,free
 * 5:00,COMPASSION_SELF,free
 * 10:00,BASELINE_PACED,5.5</pre>
 *
 * <p>Breathing is {@code free}, {@code paced} with the pacer that runs already, or a pace in breaths per minute, which sets
 * the pacer. Stateless.
 */
public final class PhaseFile {
    private static final double INHALE_RATIO = 0.45;
    private static final String WANTED = "time, phase and breathing, such as 300,COMPASSION_SELF,free";

    private PhaseFile() {}

    /** Reads the events of a phase file, in order of time. */
    public static List<Event> read(Path path) throws RecordingFormatException {
        SourceFile file = SourceFile.read(path);
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
            String[] cells = line.split("\\s*[,;\t]\\s*", -1);
            double timeS = cells.length == 3 ? seconds(cells[0]) : Double.NaN;
            Phase phase = cells.length == 3 ? phase(cells[1]) : null;
            double perMin = cells.length == 3 ? pace(cells[2]) : Double.NaN;
            if (Double.isNaN(timeS) || phase == null || Double.isNaN(perMin)) {
                throw file.line(i + 1, line, WANTED);
            }
            long timeNs = Math.round(timeS * 1e9);
            if (timeNs < lastNs) {
                throw file.line(i + 1, line, "a time that is not before the line above");
            }
            lastNs = timeNs;
            if (perMin > 0) {
                events.add(PacerSetting.steady(timeNs, perMin, INHALE_RATIO));
                pacing = true;
            } else if (perMin == FREE && pacing) {
                events.add(PacerSetting.off(timeNs));
                pacing = false;
            }
            events.add(new PhaseStart(timeNs, phase, perMin == FREE ? BreathingMode.FREE : BreathingMode.PACED));
        }
        if (events.isEmpty()) {
            throw file.whole("there is no phase in it", WANTED);
        }
        return events;
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

    private static @Nullable Phase phase(String text) {
        for (Phase phase : Phase.values()) {
            if (phase.name().equalsIgnoreCase(text)) {
                return phase;
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
