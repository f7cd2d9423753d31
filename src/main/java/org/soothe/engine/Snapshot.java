package org.soothe.engine;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.Quality;
import org.soothe.artifact.Rhythm;
import org.soothe.breathing.BreathPacer;
import org.soothe.breathing.PacedMeasures;
import org.soothe.breathing.PacerNote;
import org.soothe.hrv.LiveMeasures;
import org.soothe.hrv.Measure;
import org.soothe.response.PauseOffer;
import org.soothe.response.ResponseSignal;

/**
 * What an engine knows at one moment. Immutable; may cross threads.
 *
 * @param timeNs time of the newest accepted event
 * @param tickNs time of the newest tick, to which quality, rhythm, hrv, paced and breathing belong
 * @param beat the newest beat
 * @param quality quality of the 60 s before the tick
 * @param signal source, pulse quality, respiration channel and movement
 * @param rhythm whether the rhythm before the tick suits the method
 * @param hrv measures of the heart alone
 * @param pacer the pacer in force; ask it for rate and phase at any time
 * @param pacerNotes what had to be changed in the last pacer setting, or why it was refused; empty if nothing
 * @param paced measures of the heart on the pacer
 * @param breathingRatePerMin the pacer's rate while it is followed, else that of a respiration channel, else what the heart
 *     shows
 * @param response soothing, threat or neither, or why that cannot be said
 * @param offer the newest offer of a pause, null if none was made
 * @param counters what was counted since the start
 */
public record Snapshot(
        long timeNs,
        long tickNs,
        BeatReading beat,
        Quality quality,
        SignalReading signal,
        Rhythm rhythm,
        LiveMeasures hrv,
        BreathPacer pacer,
        Set<PacerNote> pacerNotes,
        PacedMeasures paced,
        Measure breathingRatePerMin,
        ResponseSignal response,
        @Nullable PauseOffer offer,
        Counters counters) {

    /** Checks that nothing is missing and keeps a copy of the notes. */
    public Snapshot {
        pacerNotes = Set.copyOf(pacerNotes);
        Objects.requireNonNull(beat, "beat");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(rhythm, "rhythm");
        Objects.requireNonNull(hrv, "hrv");
        Objects.requireNonNull(pacer, "pacer");
        Objects.requireNonNull(paced, "paced");
        Objects.requireNonNull(breathingRatePerMin, "breathingRatePerMin");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(counters, "counters");
    }
}
