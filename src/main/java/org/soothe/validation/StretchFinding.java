package org.soothe.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.soothe.engine.Snapshot;
import org.soothe.response.HeartRateReference;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;

/** What the engine said about one labelled stretch. Filled tick by tick; not thread-safe. */
final class StretchFinding {
    final LabelledStretch stretch;
    private final HeartRateReference rest;
    final List<Double> heartRateBpm = new ArrayList<>();
    final List<Double> zHeartRate = new ArrayList<>();
    final List<Double> zV = new ArrayList<>();
    private final Map<ResponseState, Integer> states = new EnumMap<>(ResponseState.class);
    private final Map<ResponseReason, Integer> reasons = new EnumMap<>(ResponseReason.class);
    private double coveragePercent;
    private int ticks;

    StretchFinding(LabelledStretch stretch, HeartRateReference rest) {
        this.stretch = stretch;
        this.rest = rest;
    }

    /** Takes a tick whose minute lies wholly in the stretch. */
    void add(Snapshot snapshot) {
        ticks++;
        coveragePercent += snapshot.quality().coveragePercent();
        states.merge(snapshot.response().state(), 1, Integer::sum);
        double bpm = snapshot.hrv().heartRateBpm().orNaN();
        if (!Double.isNaN(bpm)) {
            heartRateBpm.add(bpm);
            double z = rest.z(snapshot.tickNs(), bpm);
            if (rest.windowCount() >= RecordingsValidation.LEAST_WINDOWS && !Double.isNaN(z)) {
                zHeartRate.add(z);
            }
        }
        if (snapshot.response() instanceof ResponseSignal.Reading reading) {
            if (reading.zV().isAvailable()) {
                zV.add(reading.zV().orNaN());
            }
        } else if (snapshot.response() instanceof ResponseSignal.Unreadable unreadable) {
            reasons.merge(unreadable.reason(), 1, Integer::sum);
        }
    }

    int ticks() {
        return ticks;
    }

    double coveragePercent() {
        return ticks == 0 ? Double.NaN : coveragePercent / ticks;
    }

    int restWindows() {
        return rest.windowCount();
    }

    int ticksOf(ResponseState state) {
        return states.getOrDefault(state, 0);
    }

    Map<ResponseReason, Integer> reasons() {
        return reasons;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
