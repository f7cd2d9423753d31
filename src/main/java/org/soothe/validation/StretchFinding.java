package org.soothe.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.soothe.engine.Snapshot;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;

/** What the engine said about one labelled stretch. Filled tick by tick; not thread-safe. */
final class StretchFinding {
    final String subject;
    final boolean stress;
    private final double referenceBpm;
    private final List<Double> zH = new ArrayList<>();
    private final List<Double> zV = new ArrayList<>();
    private final List<Double> heartRateBpm = new ArrayList<>();
    private final Map<ResponseState, Integer> states = new EnumMap<>(ResponseState.class);
    private final Map<ResponseReason, Integer> reasons = new EnumMap<>(ResponseReason.class);
    private int ticks;

    StretchFinding(String subject, boolean stress, double referenceBpm) {
        this.subject = subject;
        this.stress = stress;
        this.referenceBpm = referenceBpm;
    }

    void add(Snapshot snapshot) {
        ticks++;
        states.merge(snapshot.response().state(), 1, Integer::sum);
        if (snapshot.hrv().heartRateBpm().isAvailable()) {
            heartRateBpm.add(snapshot.hrv().heartRateBpm().orNaN());
        }
        if (snapshot.response() instanceof ResponseSignal.Reading reading) {
            if (reading.zH().isAvailable()) {
                zH.add(reading.zH().orNaN());
                zV.add(reading.zV().orNaN());
            }
        } else if (snapshot.response() instanceof ResponseSignal.Unreadable unreadable) {
            reasons.merge(unreadable.reason(), 1, Integer::sum);
        }
    }

    int ticks() {
        return ticks;
    }

    int readable() {
        return zH.size();
    }

    double meanZh() {
        return mean(zH);
    }

    double meanZv() {
        return mean(zV);
    }

    double activation() {
        return meanZh() - meanZv();
    }

    /** Median heart rate minus that of the rest before; NaN where one is missing. Needs no variability. */
    double riseBpm() {
        return Ranking.median(
                        heartRateBpm.stream().mapToDouble(Double::doubleValue).toArray())
                - referenceBpm;
    }

    boolean shown(ResponseState state) {
        return states.containsKey(state);
    }

    /** Returns the most frequent reason why ticks were unreadable, as a word; empty if none was. */
    String mainReason() {
        return reasons.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getKey().name())
                .orElse("");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
