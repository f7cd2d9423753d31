package org.soothe.breathing;

import org.soothe.beat.BlockClock;
import org.soothe.beat.RecentValues;
import org.soothe.event.Waveform;

/**
 * Breathing rate and depth from a sensor on the chest, and whether the person moves (physiology basis 3.6). Not thread-safe;
 * owned by the thread that owns the engine; fixed size, allocates nothing.
 *
 * <p>Source: acceleration where it comes, along the axis with most power between 0.05 and 0.5 Hz (another axis must have twice
 * as much to be changed to); else the size of the ECG's complexes from 0.1 Hz on, on straight lines between the beats, none
 * further than 40 % from the usual size. Rate and depth are those of the breaths of the last minute: at least four that last at least 36 s together.
 *
 * <ul>
 *   <li>Unlike the rate read from RR intervals (8.1), this one may be below 7.2 a minute: blood pressure does not tilt a chest.
 *   <li>Depth is in the unit of its source: compare it with itself only.
 * </ul>
 */
public final class RespirationChannel {

    private static final long WINDOW_NS = 60_000_000_000L;
    private static final long FRESH_NS = 10_000_000_000L;
    private static final long LONGEST_BEAT_NS = 3_000_000_000L;
    private static final int LEAST_BREATHS = 4;
    private static final long LEAST_SUM_NS = 36_000_000_000L;

    /** Slow changes of an ECG's size have other causes than breath: how a person sits, and the wave of blood pressure. */
    private static final double ECG_LOW_HZ = 0.1;

    /** A beat that differs from the usual size by more is ectopic or disturbed. */
    private static final double LARGEST_SWING = 0.4;

    private static final double OTHER_AXIS_RATIO = 2;
    private static final double NS_PER_MIN = 60e9;

    private final ChestAcceleration[] axes = {new ChestAcceleration(), new ChestAcceleration(), new ChestAcceleration()
    };
    private final RecentValues sizes = new RecentValues();
    private final BreathTrack ecg = new BreathTrack(ECG_LOW_HZ);

    private int axis;
    private long ecgNs = ChestAcceleration.NEVER_NS;
    private long gridNs;
    private double size;

    private RespirationSource source = RespirationSource.NONE;
    private double ratePerMin = Double.NaN;
    private double depth = Double.NaN;

    /** Makes a channel that nothing is known of yet. */
    public RespirationChannel() {}

    /** Takes a block of acceleration; others are not for this channel. */
    public void waveform(Waveform block) {
        switch (block.kind()) {
            case ACCELERATION_X_MILLI_G -> axes[0].block(block);
            case ACCELERATION_Y_MILLI_G -> axes[1].block(block);
            case ACCELERATION_Z_MILLI_G -> axes[2].block(block);
            case ECG_MICROVOLT, PULSE_COUNT -> {}
        }
    }

    /** Takes how large a beat's complex is. */
    public void ecgBeat(long timeNs, double newSize, boolean startsSegment) {
        boolean follows = !startsSegment && timeNs > ecgNs && timeNs - ecgNs <= LONGEST_BEAT_NS;
        double before = size;
        sizes.add(newSize);
        double usual = sizes.median();
        size = Math.max((1 - LARGEST_SWING) * usual, Math.min((1 + LARGEST_SWING) * usual, newSize));
        if (!follows) {
            ecg.begin(size);
            gridNs = timeNs + BreathTrack.STEP_NS;
        }
        while (gridNs <= timeNs) {
            double share = (double) (gridNs - ecgNs) / (timeNs - ecgNs);
            ecg.add(gridNs, before + share * (size - before));
            gridNs += BreathTrack.STEP_NS;
        }
        ecgNs = timeNs;
    }

    /** Reads the breaths of the last minute. */
    public void tick(long tickNs) {
        source = source(tickNs);
        if (source == RespirationSource.NONE) {
            ratePerMin = Double.NaN;
            depth = Double.NaN;
            return;
        }
        if (source == RespirationSource.CHEST_ACCELERATION) {
            chooseAxis();
        }
        BreathTrack breaths = source == RespirationSource.ECG_SIZE ? ecg : axes[axis].breaths();
        breaths.read(tickNs - WINDOW_NS, tickNs);
        boolean known = breaths.breathCount() >= LEAST_BREATHS && breaths.sumNs() >= LEAST_SUM_NS;
        ratePerMin = known ? breaths.breathCount() * NS_PER_MIN / breaths.sumNs() : Double.NaN;
        depth = known ? breaths.meanDepth() : Double.NaN;
    }

    private RespirationSource source(long tickNs) {
        for (ChestAcceleration each : axes) {
            if (tickNs - each.newestNs() <= FRESH_NS) {
                return RespirationSource.CHEST_ACCELERATION;
            }
        }
        return tickNs - ecgNs <= FRESH_NS ? RespirationSource.ECG_SIZE : RespirationSource.NONE;
    }

    private void chooseAxis() {
        for (int i = 0; i < axes.length; i++) {
            if (axes[i].breaths().power()
                    > OTHER_AXIS_RATIO * axes[axis].breaths().power()) {
                axis = i;
            }
        }
    }

    /** Returns the breathing rate of the last minute at the last tick, NaN where it is not known. */
    public double ratePerMin() {
        return ratePerMin;
    }

    /** Returns the rate where it is exact enough to judge a change of breathing by: from acceleration; NaN else. */
    public double exactRatePerMin() {
        return source == RespirationSource.CHEST_ACCELERATION ? ratePerMin : Double.NaN;
    }

    /** Returns the mean depth of the breaths of the last minute, in the unit of the source; NaN where it is not known. */
    public double depth() {
        return depth;
    }

    /** Returns what the channel is read from. */
    public RespirationSource source() {
        return source;
    }

    /** Returns when movement was last seen, a time before all sessions if never. */
    public long movedNs() {
        return Math.max(axes[0].movedNs(), Math.max(axes[1].movedNs(), axes[2].movedNs()));
    }

    /** Returns the clock of the blocks of an axis (0 to 2), with its counters. */
    public BlockClock clock(int ofAxis) {
        return axes[ofAxis].clock();
    }
}
