package org.soothe.breathing;

import org.soothe.artifact.NnSeries;
import org.soothe.event.PacerSetting;
import org.soothe.hrv.WithheldReason;

/**
 * The pacer of one engine and what the heart says about it, live. Not thread-safe; owned by the thread that owns the
 * engine.
 *
 * <p>{@link #tick} reads the 60 s that end at the tick, and for phase locking the newest 10 complete cycles, of which 8
 * must be usable. It allocates nothing; {@link #setting} allocates the new pacer and what was said about it.
 */
public final class LivePacing {

    private static final long WINDOW_NS = 60_000_000_000L;
    private static final int LOCKING_CYCLES = 10;
    private static final long SLOWEST_BREATH_NS = (long) (60e9 / PacerLimits.MIN_RATE_PER_MIN);

    /** Ten cycles and the one under way at the slowest rate, the shortest accepted interval after another. */
    private static final int CAPACITY = (int) ((LOCKING_CYCLES + 1) * SLOWEST_BREATH_NS / 300_000_000L) + 2;

    /** A setting per breath for longer than a window reaches back. */
    private static final int KEPT_PACERS = 64;

    private final PacerTrack track = new PacerTrack(KEPT_PACERS);
    private final PacedReading reading = new PacedReading(CAPACITY);
    private double referenceRsaMs = Double.NaN;

    /** Makes the pacing of a new engine: no pacer runs. */
    public LivePacing() {}

    /** Takes a setting, brought within the limits; from its time on the pacer follows it at the phase reached. */
    public PacerAnswer setting(PacerSetting setting) {
        return track.accept(setting);
    }

    /**
     * Says the RSA amplitude of the person's paced reference, which then decides instead of the window whether adherence
     * can be judged; NaN where there is none.
     */
    public void referenceRsaMs(double amplitudeMs) {
        referenceRsaMs = amplitudeMs;
    }

    /** Reads the window that ends at the tick. */
    public void tick(NnSeries nn, long tickNs) {
        double firstCycle = StrictMath.floor(track.breathCount(tickNs)) - LOCKING_CYCLES;
        long oldestNs = tickNs - SLOWEST_BREATH_NS * (LOCKING_CYCLES + 1);
        reading.read(nn, track, tickNs - WINDOW_NS, tickNs, firstCycle, oldestNs, referenceRsaMs);
    }

    /** Withholds what the last tick read, for a reason that lies in the signal as a whole; without a pacer nothing changes. */
    public void withhold(WithheldReason reason) {
        reading.withhold(reason);
    }

    /** Returns what the last tick read. Its values change with the next tick; {@code measures()} keeps them. */
    public PacedReading reading() {
        return reading;
    }

    /** Returns the pacer in force, which may be one that is off; immutable, so a page can draw from it. */
    public BreathPacer pacer() {
        return track.inForce();
    }

    /** Returns the pacers in force so far, for the phase of any beat the engine still keeps. */
    public PacerTrack track() {
        return track;
    }
}
