package org.soothe.response;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;
import org.soothe.breathing.PacerTrack;

/**
 * What a {@link Detector} may look at: the standardised changes of the newest minute, and for detectors that go down to
 * single beats the accepted intervals and the pacers, which reach back over the reference. Not thread-safe; one per
 * engine, overwritten at each tick.
 */
final class Evidence {

    long markerNs;
    long tickNs;

    /** Until then the beats are those of movement or speech; {@link Long#MIN_VALUE} if there was none. */
    long quietFromNs = Long.MIN_VALUE;

    /** Ticks since the last call, 1 unless the engine skipped some over a silence. */
    long elapsedTicks = 1;

    /** Whether {@link #zH} and {@link #zV} hold: a minute inside the phase that the rules allow to interpret. */
    boolean valid;

    /** Whether the rules allow to interpret the newest beats, also in the first minute, which {@link #valid} leaves out. */
    boolean trusted;

    double zH = Double.NaN;
    double zV = Double.NaN;

    @Nullable
    Reference reference;

    @Nullable
    NnSeries nn;

    @Nullable
    PacerTrack track;

    long sinceMarkerNs() {
        return tickNs - markerNs;
    }
}
