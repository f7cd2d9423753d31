package org.soothe.breathing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;

/**
 * The last pacers in force, so that the phase of a beat is computed from the pacer that was in force at the beat, also
 * when the setting changed since. Not thread-safe; owned by the thread that owns the engine.
 *
 * <p>A setting is brought within {@link PacerLimits}, never thrown out by an exception: {@link #accept} says what was
 * changed. Accepting a setting allocates the new pacer; reading allocates nothing.
 *
 * <ul>
 *   <li>Before the oldest pacer kept, or with no pacer running: NaN.
 * </ul>
 */
public final class PacerTrack {

    private static final PacerSetting NEVER_SET = PacerSetting.off(0);
    private static final int WHOLE_CAPACITY = 16;

    private final boolean growing;
    private BreathPacer[] ring;
    private int newest;
    private int size;

    /**
     * Makes a track on which no pacer runs.
     *
     * @param capacity how many pacers it keeps
     * @throws IllegalArgumentException if it is less than 1
     */
    public PacerTrack(int capacity) {
        this(capacity, false);
    }

    private PacerTrack(int capacity, boolean growing) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        this.growing = growing;
        this.ring = new BreathPacer[capacity];
        this.ring[0] = BreathPacer.start(NEVER_SET, Long.MIN_VALUE, 0);
        this.size = 1;
    }

    /** Returns a track that keeps the pacers of a whole recording. */
    public static PacerTrack whole() {
        return new PacerTrack(WHOLE_CAPACITY, true);
    }

    /** Takes a setting, within the limits; the pacer goes on at the phase it has reached. */
    public PacerAnswer accept(PacerSetting setting) {
        if (setting.mode() != PacerMode.OFF && !(setting.ratePerMin() > 0 && setting.ratePerMin() < 1e300)) {
            return new PacerAnswer.Refused(PacerNote.RATE_UNREADABLE);
        }
        Set<PacerNote> notes = EnumSet.noneOf(PacerNote.class);
        PacerSetting within = setting.mode() == PacerMode.OFF ? setting : within(setting, notes);
        BreathPacer before = inForce();
        long fromNs = setting.timeNs();
        if (fromNs < before.anchorNs()) {
            notes.add(PacerNote.TIME_MOVED);
            fromNs = before.anchorNs();
        }
        BreathPacer pacer = before.next(within, fromNs);
        if (fromNs != before.anchorNs()) {
            if (growing && size == ring.length) {
                ring = Arrays.copyOf(ring, 2 * size);
            }
            newest = (newest + 1) % ring.length;
            size = Math.min(size + 1, ring.length);
        }
        ring[newest] = pacer;
        return new PacerAnswer.Taken(pacer, notes);
    }

    /** Returns the newest pacer, which may be one that is off. */
    public BreathPacer inForce() {
        return ring[newest];
    }

    /** Returns the breaths made up to a time, with fraction, by the pacer that was in force then. */
    public double breathCount(long timeNs) {
        BreathPacer pacer = at(timeNs);
        return pacer.anchorNs() <= timeNs ? pacer.breathCount(timeNs) : Double.NaN;
    }

    /** Returns the rate at a time, breaths per minute, of the pacer that was in force then. */
    public double ratePerMin(long timeNs) {
        BreathPacer pacer = at(timeNs);
        return pacer.anchorNs() <= timeNs ? pacer.ratePerMin(timeNs) : Double.NaN;
    }

    /**
     * Returns since when a pacer has been running without a break, as far as the track reaches back; meaningful where one
     * runs at that time.
     */
    public long runningSinceNs(long timeNs) {
        long sinceNs = timeNs;
        for (int back = 0; back < size; back++) {
            BreathPacer pacer = back(back);
            if (pacer.anchorNs() > timeNs) {
                continue;
            }
            if (!pacer.isRunning()) {
                return sinceNs;
            }
            sinceNs = pacer.anchorNs();
        }
        return sinceNs;
    }

    /** Returns the pacer in force at a time, the oldest one kept where the time lies before it. */
    private BreathPacer at(long timeNs) {
        for (int back = 0; back < size - 1; back++) {
            BreathPacer pacer = back(back);
            if (pacer.anchorNs() <= timeNs) {
                return pacer;
            }
        }
        return back(size - 1);
    }

    private BreathPacer back(int back) {
        return ring[Math.floorMod(newest - back, ring.length)];
    }

    private static PacerSetting within(PacerSetting setting, Set<PacerNote> notes) {
        double ratePerMin = setting.ratePerMin();
        if (ratePerMin < PacerLimits.MIN_RATE_PER_MIN) {
            notes.add(PacerNote.RATE_RAISED);
            ratePerMin = PacerLimits.MIN_RATE_PER_MIN;
        } else if (ratePerMin > PacerLimits.MAX_RATE_PER_MIN) {
            notes.add(PacerNote.RATE_LOWERED);
            ratePerMin = PacerLimits.MAX_RATE_PER_MIN;
        }
        return new PacerSetting(
                setting.timeNs(),
                setting.mode(),
                ratePerMin,
                setting.mode() == PacerMode.RAMP ? rampFrom(setting.rampFromPerMin(), notes) : ratePerMin,
                inhale(setting.inhaleRatio(), notes),
                pause(setting.pauseAfterInMs(), notes),
                pause(setting.pauseAfterOutMs(), notes));
    }

    private static double rampFrom(double perMin, Set<PacerNote> notes) {
        if (!Double.isFinite(perMin) || perMin <= 0) {
            notes.add(PacerNote.RAMP_START_DEFAULTED);
            return PacerLimits.DEFAULT_RAMP_FROM_PER_MIN;
        }
        return limited(
                perMin,
                PacerLimits.MIN_RATE_PER_MIN,
                PacerLimits.MAX_RAMP_FROM_PER_MIN,
                PacerNote.RAMP_START_LIMITED,
                notes);
    }

    private static double inhale(double ratio, Set<PacerNote> notes) {
        if (!Double.isFinite(ratio)) {
            notes.add(PacerNote.INHALE_DEFAULTED);
            return PacerLimits.DEFAULT_INHALE_RATIO;
        }
        return limited(
                ratio, PacerLimits.MIN_INHALE_RATIO, PacerLimits.MAX_INHALE_RATIO, PacerNote.INHALE_LIMITED, notes);
    }

    private static double pause(double pauseMs, Set<PacerNote> notes) {
        if (!(pauseMs >= 0)) {
            notes.add(PacerNote.PAUSE_DROPPED);
            return 0;
        }
        return limited(pauseMs, 0, PacerLimits.MAX_PAUSE_MS, PacerNote.PAUSE_SHORTENED, notes);
    }

    private static double limited(double value, double min, double max, PacerNote note, Set<PacerNote> notes) {
        double limited = Math.max(min, Math.min(max, value));
        if (limited != value) {
            notes.add(note);
        }
        return limited;
    }
}
