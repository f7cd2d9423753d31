package org.soothe.validation;

import java.util.EnumMap;
import java.util.Map;
import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;

/** What a comparison of the detectors has found. Filled by {@link ResponseComparison}, then read. */
public final class ComparedFigures {
    private final int persons;
    private final int others;
    private final int addOnPersons;
    private final long seed;
    private final Map<ResponseMethod, Map<BreathingMode, Map<ComparedWorld, Map<ResponseKind, ComparedCohort>>>>
            classes = new EnumMap<>(ResponseMethod.class);
    private final Map<ResponseMethod, Map<BreathingMode, Map<AddOn, ComparedCohort>>> special =
            new EnumMap<>(ResponseMethod.class);

    ComparedFigures(int persons, int others, int addOnPersons, long seed) {
        this.persons = persons;
        this.others = others;
        this.addOnPersons = addOnPersons;
        this.seed = seed;
    }

    int persons() {
        return persons;
    }

    int others() {
        return others;
    }

    int persons(ComparedWorld world) {
        return switch (world) {
            case STANDARD, LATE -> persons;
            case ALTERED, THIRD -> others;
        };
    }

    int addOnPersons() {
        return addOnPersons;
    }

    long seed() {
        return seed;
    }

    void put(ResponseMethod method, BreathingMode mode, ComparedWorld world, ResponseKind kind, ComparedCohort cohort) {
        classes.computeIfAbsent(method, key -> new EnumMap<>(BreathingMode.class))
                .computeIfAbsent(mode, key -> new EnumMap<>(ComparedWorld.class))
                .computeIfAbsent(world, key -> new EnumMap<>(ResponseKind.class))
                .put(kind, cohort);
    }

    void put(ResponseMethod method, BreathingMode mode, AddOn addOn, ComparedCohort cohort) {
        special.computeIfAbsent(method, key -> new EnumMap<>(BreathingMode.class))
                .computeIfAbsent(mode, key -> new EnumMap<>(AddOn.class))
                .put(addOn, cohort);
    }

    /** Nobody responds in a neutral session, so those of late onset are those of the standard world. */
    ComparedCohort of(ResponseMethod method, BreathingMode mode, ComparedWorld world, ResponseKind kind) {
        boolean neutral = kind == ResponseKind.NEUTRAL && world == ComparedWorld.LATE;
        return Named.of(
                Named.of(Named.of(Named.of(classes, method), mode), neutral ? ComparedWorld.STANDARD : world), kind);
    }

    ComparedCohort of(ResponseMethod method, BreathingMode mode, AddOn addOn) {
        return Named.of(Named.of(Named.of(special, method), mode), addOn);
    }

    /** Returns whether a detector reaches everything that must be reached, paced and free. */
    public boolean reached(ResponseMethod method) {
        for (BreathingMode mode : BreathingMode.values()) {
            for (ComparedAim aim : ComparedAim.values()) {
                if (!aim.met(aim.found(this, method, mode), aim.must())) {
                    return false;
                }
            }
        }
        return true;
    }
}
