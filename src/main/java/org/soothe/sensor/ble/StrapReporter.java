package org.soothe.sensor.ble;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.soothe.event.BatteryLevel;
import org.soothe.event.EnergyExpended;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.gatt.HeartRateMeasurement;
import org.soothe.sensor.gatt.HeartRateNotification;

/**
 * What the strap's values mean, as events, and which state follows. Each state is told once, with why and what to do. Safe for
 * use by many threads.
 */
final class StrapReporter {

    private static final String MOISTEN = "Moisten the electrodes, and see that the strap sits firmly.";

    private final StrapOutbox outbox;
    private SensorState state = SensorState.SEARCHING;
    private String reason = "";
    private long packets;
    private long intervals;
    private long malformedCount;
    private int energy = -1;
    private int battery = -1;

    StrapReporter(StrapOutbox outbox) {
        this.outbox = outbox;
    }

    /** Tells a state, unless it was told just before. */
    synchronized void say(SensorState newState, String newReason) {
        if (newState == state && newReason.equals(reason)) {
            return;
        }
        state = newState;
        reason = newReason;
        outbox.add(timeNs -> new SensorStatus(timeNs, newState, newReason));
    }

    /** Tells something without a change of state. */
    synchronized void note(String words) {
        SensorState now = state;
        outbox.add(timeNs -> new SensorStatus(timeNs, now, words));
    }

    /** Returns the state told last. */
    synchronized SensorState state() {
        return state;
    }

    synchronized void heartRate(byte[] bytes) {
        packets++;
        HeartRateNotification notification = HeartRateMeasurement.decode(bytes);
        if (notification instanceof HeartRateMeasurement measurement) {
            measured(measurement);
        } else if (notification instanceof HeartRateNotification.Malformed malformed) {
            malformed(malformed);
        }
    }

    private void measured(HeartRateMeasurement measurement) {
        boolean lostContact = measurement.contact() == SensorContact.LOST;
        if (lostContact) {
            say(SensorState.SILENT, "The strap feels no skin. " + MOISTEN);
        } else if (measurement.rr().size() > 0) {
            intervals++;
            say(SensorState.STREAMING, "Intervals arrive.");
        }
        outbox.add(measurement::toRrPacket);
        Integer kiloJoule = measurement.energyKiloJouleCount();
        if (kiloJoule != null && kiloJoule != energy) {
            energy = kiloJoule;
            outbox.add(timeNs -> new EnergyExpended(timeNs, kiloJoule));
        }
    }

    /** A dropped packet may have held an interval: the next one has no neighbour. */
    private void malformed(HeartRateNotification.Malformed malformed) {
        malformedCount++;
        String words = malformedCount == 1
                ? "A packet of the strap cannot be read ("
                        + malformed.reason().name().toLowerCase(Locale.ROOT) + " at byte " + malformed.offsetCount()
                        + ") and was left out. Further ones are counted."
                : "Another packet cannot be read and was left out: " + malformedCount + " so far.";
        if (state != SensorState.SILENT) {
            say(SensorState.SILENT, words);
        }
    }

    synchronized void battery(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] != battery) {
            battery = bytes[0];
            int percent = Byte.toUnsignedInt(bytes[0]);
            outbox.add(timeNs -> new BatteryLevel(timeNs, percent));
        }
    }

    /** Says that no interval came for a while, as far as that is news. */
    synchronized void silent(boolean packetsCome, long sinceNs) {
        if (state == SensorState.SILENT) {
            return;
        }
        String seconds = TimeUnit.NANOSECONDS.toSeconds(sinceNs) + " s";
        say(
                SensorState.SILENT,
                packetsCome
                        ? "The strap sends a heart rate but no intervals for " + seconds + ". " + MOISTEN
                        : "Nothing came from the strap for " + seconds + ". Come closer to the computer. " + MOISTEN);
    }

    /** Returns how many packets came, readable or not. */
    synchronized long packets() {
        return packets;
    }

    /** Returns how many packets with intervals and contact came. */
    synchronized long intervals() {
        return intervals;
    }

    /** Returns how many packets could not be read. */
    synchronized long malformedCount() {
        return malformedCount;
    }
}
