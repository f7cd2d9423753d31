package org.soothe.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.soothe.event.BreathingMode;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorSearch;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSensor;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;
import org.soothe.time.SessionClock;

/**
 * Simulated persons by name: {@code simulated:moderate-threat+speech+free}. They rest for five minutes, imagine for five and
 * rest for three.
 */
final class SimulatedKind implements SensorKind {
    static final String PREFIX = "simulated";

    private static final String FREE = "free";
    private static final int WORDS_PER_LINE = 6;
    private static final int PART_S = 300;
    private static final int RECOVERY_S = 180;

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> usage() {
        List<String> more = new ArrayList<>(addOns().keySet());
        more.add(0, FREE);
        List<String> lines = new ArrayList<>();
        lines.add(PREFIX + ":KIND, a simulated person: " + String.join(", ", kinds().keySet()) + ",");
        for (int from = 0; from < more.size(); from += WORDS_PER_LINE) {
            int to = Math.min(more.size(), from + WORDS_PER_LINE);
            String words = String.join(", ", more.subList(from, to)) + (to == more.size() ? "" : ",");
            lines.add((from == 0 ? "  :KIND+MORE for what is unusual: " : "  ") + words);
        }
        return lines;
    }

    @Override
    public Sensor sensor(String name, SensorOptions options, SessionClock clock) {
        String[] words = name.toLowerCase(Locale.ROOT).split("\\+", -1);
        ResponseKind kind = kinds().get(words[0]);
        if (kind == null) {
            throw new IllegalArgumentException((words[0].isEmpty()
                            ? "Which simulated person?"
                            : "There is no simulated person \"" + words[0] + "\".")
                    + " There are: " + String.join(", ", kinds().keySet()) + ".");
        }
        Set<AddOn> added = EnumSet.noneOf(AddOn.class);
        BreathingMode mode = BreathingMode.PACED;
        for (String word : List.of(words).subList(1, words.length)) {
            AddOn addOn = addOns().get(word);
            if (addOn != null) {
                added.add(addOn);
            } else if (word.equals(FREE)) {
                mode = BreathingMode.FREE;
            } else {
                throw new IllegalArgumentException("A simulated person can have no \"" + word + "\". There are: "
                        + String.join(", ", addOns().keySet()) + ", " + FREE + ".");
            }
        }
        SimulatedScript script = SimulatedScript.of(kind, mode).lasting(PART_S, PART_S, RECOVERY_S);
        for (AddOn addOn : added) {
            script = script.with(addOn);
        }
        return new SimulatedSensor(
                String.join("+", words), SimulatedSession.begin(World.STANDARD, script, options.seed()), clock);
    }

    @Override
    public SensorSearch search(SensorOptions options) {
        return new SensorSearch() {
            @Override
            public void start(Listener listener) {
                SessionClock clock = SessionClock.start();
                for (String name : kinds().keySet()) {
                    SensorDescription description = sensor(name, options, clock).describe();
                    listener.found(new FoundSensor(description, null, null, "a simulated person, always there"));
                }
            }

            @Override
            public void close() {}
        };
    }

    private static Map<String, ResponseKind> kinds() {
        Map<String, ResponseKind> kinds = new LinkedHashMap<>();
        for (ResponseKind kind : ResponseKind.values()) {
            kinds.put(kind == ResponseKind.THREAT ? "moderate-threat" : word(kind), kind);
        }
        return kinds;
    }

    private static Map<String, AddOn> addOns() {
        Map<String, AddOn> addOns = new LinkedHashMap<>();
        for (AddOn addOn : AddOn.values()) {
            addOns.put(word(addOn), addOn);
        }
        return addOns;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
