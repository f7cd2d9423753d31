package org.soothe.engine;

import java.util.Objects;
import java.util.Set;
import org.soothe.breathing.RespirationSource;
import org.soothe.event.BeatSource;
import org.soothe.hrv.Measure;

/**
 * What is known of the signal beside the beats. Immutable.
 *
 * @param source what the newest beats were found in, which decides whether their variability is HRV or PRV
 * @param pulseGoodRatio share of beats of the last minute whose pulse wave is good; withheld where no pulse wave is read
 * @param respiration what the respiration channel is read from
 * @param channelRatePerMin breathing rate of that channel
 * @param moving whether movement was seen in the last minute
 * @param notes what should be known about the waves; empty if nothing
 */
public record SignalReading(
        BeatSource source,
        Measure pulseGoodRatio,
        RespirationSource respiration,
        Measure channelRatePerMin,
        boolean moving,
        Set<SignalNote> notes) {

    /** Checks that nothing is missing and keeps a copy of the notes. */
    public SignalReading {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(pulseGoodRatio, "pulseGoodRatio");
        Objects.requireNonNull(respiration, "respiration");
        Objects.requireNonNull(channelRatePerMin, "channelRatePerMin");
        notes = Set.copyOf(notes);
    }
}
