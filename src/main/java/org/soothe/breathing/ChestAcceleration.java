package org.soothe.breathing;

import org.soothe.beat.Biquad;
import org.soothe.beat.BlockClock;
import org.soothe.event.Waveform;

/**
 * One axis of an acceleration sensor on the chest: its slow course for breathing, and whether the person moves. Not
 * thread-safe; fixed size, allocates nothing.
 *
 * <p>Movement: a second whose root mean square above 1 Hz is over 50 milli-g (a beating heart makes 5 to 20), or a slow course
 * that changes by more than 150 milli-g within 3 s (a deep breath makes some tens). Both limits are judgement.
 */
final class ChestAcceleration {

    static final double LOWEST_RATE_HZ = 20;
    static final double HIGHEST_RATE_HZ = 1000;
    static final long NEVER_NS = Long.MIN_VALUE / 2;

    private static final double BREATH_LOW_HZ = 0.05;
    private static final double FAST_HZ = 1;
    private static final double SHAKEN_MILLI_G = 50;
    private static final double TURNED_MILLI_G = 150;
    private static final int TURN_STEPS = 12;

    private final BlockClock clock = new BlockClock(LOWEST_RATE_HZ, HIGHEST_RATE_HZ);
    private final BreathTrack breaths = new BreathTrack(BREATH_LOW_HZ);
    private final Biquad fast = new Biquad();
    private final double[] course = new double[TURN_STEPS + 1];
    private long courseCount;

    private int secondCount;
    private int fastCount;
    private double fastSum;
    private long stepEndNs;
    private double stepSum;
    private int stepCount;
    private long movedNs = NEVER_NS;
    private long newestNs = NEVER_NS;

    void block(Waveform block) {
        switch (clock.judge(block)) {
            case REFUSED -> {
                return;
            }
            case BEGINS -> begin(block);
            case GOES_ON, FOLLOWS -> {}
        }
        for (int i = 0; i < block.samples().size(); i++) {
            sample(
                    clock.timeNs((double) clock.firstIndex() + i),
                    block.samples().get(i));
        }
        newestNs = block.timeNs();
    }

    private void begin(Waveform block) {
        double first = block.samples().get(0);
        fast.highPass(FAST_HZ, block.sampleRateHz());
        fast.settle(first);
        secondCount = (int) Math.round(block.sampleRateHz());
        fastCount = 0;
        fastSum = 0;
        stepEndNs = block.firstSampleNs() + BreathTrack.STEP_NS;
        stepSum = 0;
        stepCount = 0;
        courseCount = 0;
        breaths.begin(first);
    }

    private void sample(long timeNs, int milliG) {
        double shaken = fast.next(milliG);
        fastSum += shaken * shaken;
        fastCount++;
        if (fastCount == secondCount) {
            if (fastSum > SHAKEN_MILLI_G * SHAKEN_MILLI_G * secondCount) {
                movedNs = timeNs;
            }
            fastCount = 0;
            fastSum = 0;
        }
        if (timeNs >= stepEndNs && stepCount > 0) {
            step(stepSum / stepCount);
        }
        stepSum += milliG;
        stepCount++;
    }

    private void step(double milliG) {
        breaths.add(stepEndNs, milliG);
        int at = (int) (courseCount % course.length);
        course[at] = milliG;
        courseCount++;
        if (courseCount >= course.length
                && Math.abs(milliG - course[(int) (courseCount % course.length)]) > TURNED_MILLI_G) {
            movedNs = stepEndNs;
        }
        stepEndNs += BreathTrack.STEP_NS;
        stepSum = 0;
        stepCount = 0;
    }

    BreathTrack breaths() {
        return breaths;
    }

    BlockClock clock() {
        return clock;
    }

    /** Returns when movement was last seen. */
    long movedNs() {
        return movedNs;
    }

    /** Returns when the newest block arrived. */
    long newestNs() {
        return newestNs;
    }
}
