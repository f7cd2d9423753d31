package org.soothe.recording.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.PhaseStart;
import org.soothe.event.SensorIdentity;
import org.soothe.event.TimePassed;
import org.soothe.event.Waveform;
import org.soothe.response.ResponseMethod;

/**
 * What is set otherwise than in a session; all else stays as it was recorded. Immutable.
 *
 * <p>An event that falls away becomes a {@link TimePassed} at its time, so that both engines tick at the same moments.
 *
 * @param method detector of the response; null as recorded
 * @param pacer pacer in force from the start instead of all pacers of the session, OFF for none; null as recorded
 * @param inhaleRatio share of the in-breath in all pacers of the session; NaN as recorded
 * @param breathing how the person breathes in all phases; null as recorded
 * @param source what the beats are found in; null as recorded
 * @param withoutWaves whether electrocardiogram, pulse wave and acceleration are left out
 */
public record ChangedSettings(
        @Nullable ResponseMethod method,
        @Nullable PacerSetting pacer,
        double inhaleRatio,
        @Nullable BreathingMode breathing,
        @Nullable BeatSource source,
        boolean withoutWaves) {

    /** Returns settings that change nothing. */
    public static ChangedSettings none() {
        return new ChangedSettings(null, null, Double.NaN, null, null, false);
    }

    /** Returns the events that the other engine hears instead of these. */
    public List<Event> of(List<Event> events) {
        List<Event> changed = new ArrayList<>(events.size() + 1);
        if (addsEvent() && pacer != null && !events.isEmpty()) {
            changed.add(pacer.at(events.get(0).timeNs()));
        }
        events.forEach(event -> changed.add(of(event)));
        return changed;
    }

    /** Returns whether the other engine hears one event more, at the start. */
    boolean addsEvent() {
        return pacer != null && pacer.mode() != PacerMode.OFF;
    }

    private Event of(Event event) {
        if (event instanceof PacerSetting setting) {
            return pacer(setting);
        }
        if (event instanceof PhaseStart start && breathing != null) {
            return new PhaseStart(start.timeNs(), start.phase(), breathing);
        }
        if (event instanceof SensorIdentity identity && source != null) {
            return new SensorIdentity(
                    identity.timeNs(),
                    identity.kind(),
                    identity.name(),
                    identity.address(),
                    source,
                    identity.details());
        }
        return event instanceof Waveform && withoutWaves ? new TimePassed(event.timeNs()) : event;
    }

    private Event pacer(PacerSetting setting) {
        if (pacer != null) {
            return new TimePassed(setting.timeNs());
        }
        return Double.isNaN(inhaleRatio) || setting.mode() == PacerMode.OFF
                ? setting
                : new PacerSetting(
                        setting.timeNs(),
                        setting.mode(),
                        setting.ratePerMin(),
                        setting.rampFromPerMin(),
                        inhaleRatio,
                        setting.pauseAfterInMs(),
                        setting.pauseAfterOutMs());
    }
}
