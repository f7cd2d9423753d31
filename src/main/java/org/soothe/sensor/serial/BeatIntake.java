package org.soothe.sensor.serial;

/**
 * Decides which beats of a device count. Firmware that has just started, or has lost the pulse, begins with an interval that it
 * made up (PulseSensor Playground: 750 ms after a start, 600 ms after 2.5 s without a beat) and with one that is measured from
 * nowhere: the first {@value #DROPPED} beats after each are left out. Not thread-safe.
 */
final class BeatIntake {

    /** Beats that PulseSensor firmware makes up after a start; physiology 4.2. */
    static final int DROPPED = 2;

    /** Time without a beat after which the firmware begins anew; PulseSensor Playground. */
    static final long PAUSE_NS = 2_500_000_000L;

    private final int dropped;
    private int toDrop;
    private long lastBeatNs = Long.MIN_VALUE;

    /** Makes an intake for firmware that begins with this many beats that do not count. */
    BeatIntake(int dropped) {
        this.dropped = dropped;
        this.toDrop = dropped;
    }

    /** Hears that the device started anew, or that the line was silent and it may have. */
    void restart() {
        toDrop = dropped;
    }

    /** Returns whether a beat counts that arrived at a time on the session axis. */
    boolean takes(long arrivalNs) {
        if (lastBeatNs != Long.MIN_VALUE && arrivalNs - lastBeatNs > PAUSE_NS) {
            restart();
        }
        lastBeatNs = arrivalNs;
        if (toDrop > 0) {
            toDrop--;
            return false;
        }
        return true;
    }
}
