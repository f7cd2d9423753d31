package org.soothe.response;

import org.soothe.breathing.BreathPacer;
import org.soothe.event.BreathingMode;

/**
 * Whether two times were breathed the same way, by the rule of the live response (physiology basis, R1): the same mode, and
 * when paced the same pace and in-breath share. Paced without a pacer matches nothing. Stateless.
 */
public final class SameBreathing {
    private SameBreathing() {}

    /**
     * Returns whether one time may be compared with another.
     *
     * @param mode how it is breathed
     * @param pacer the pacer in force
     * @param timeNs when
     * @param otherMode how the other was breathed
     * @param otherPacer the pacer in force then
     * @param otherNs when
     */
    public static boolean of(
            BreathingMode mode,
            BreathPacer pacer,
            long timeNs,
            BreathingMode otherMode,
            BreathPacer otherPacer,
            long otherNs) {
        Breathing one = new Breathing();
        one.set(mode, pacer, timeNs);
        Breathing other = new Breathing();
        other.set(otherMode, otherPacer, otherNs);
        return one.matches(other);
    }
}
