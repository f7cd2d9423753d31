package org.soothe.sensor.serial;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.SensorState;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorDescription.Capability;
import org.soothe.sensor.serial.SerialWire.Opening;
import org.soothe.time.SessionClock;

/**
 * A pulse sensor on a serial port. It finds out rate and protocol by itself, and comes back by itself when the device was
 * unplugged and plugged in again. {@link #open} and {@link #close} may be called from any thread.
 */
public final class SerialSensor implements Sensor {

    // Design: one daemon thread opens, reads and waits. A port that cannot be opened at the start is a mistake that a
    // person can put right, so it fails at once and says how; a port that was open once and is gone comes back, so it
    // is tried again for as long as the session lasts, at least every two seconds.

    private static final long FIRST_WAIT_MS = 250;
    private static final long LONGEST_WAIT_MS = 2_000;

    private final String port;
    private final List<LineRate> rates;
    private final SessionClock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * Makes a sensor that is closed.
     *
     * @param port name or path of the port, such as {@code /dev/ttyUSB0} or {@code COM3}
     * @param baud bits per second, or 0 to try the usual rates
     * @param clock the axis of the session
     * @throws IllegalArgumentException if the rate is negative
     */
    public SerialSensor(String port, int baud, SessionClock clock) {
        if (baud < 0) {
            throw new IllegalArgumentException("baud must be 0 (find out) or more, was " + baud);
        }
        this.port = Objects.requireNonNull(port, "port");
        this.rates = baud == 0 ? LineRate.USUAL : List.of(new LineRate(baud, false), new LineRate(baud, true));
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public SensorDescription describe() {
        return new SensorDescription(
                SerialTalk.KIND, port, address(), Set.of(Capability.RR_INTERVALS, Capability.PULSE_WAVE));
    }

    private String address() {
        return SerialTalk.KIND + ":" + port;
    }

    @Override
    public synchronized void open(EventQueue queue) {
        if (thread != null || closed.getCount() == 0) {
            throw new IllegalStateException("was open before: " + address());
        }
        SerialTalk talk = new SerialTalk(port, clock, queue);
        thread = new Thread(() -> run(talk), "sensor-serial");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(SerialTalk talk) {
        try {
            talk.status(SensorState.SEARCHING, "Opening " + port + ".");
            Opening opening = SerialWire.open(port, rates.get(0));
            if (opening instanceof Opening.Refused refused) {
                talk.status(SensorState.FAILED, refused.problem().words(port));
                return;
            }
            while (opening instanceof Opening.Open open
                    && listen(talk, open.wire()) == PortListener.End.GONE
                    && !SerialWire.isProgramEnding()) {
                talk.status(
                        SensorState.LOST,
                        port + " is gone: the cable was pulled, or the device was switched off. Plug it in again.");
                opening = reopen(talk);
            }
        } catch (InterruptedException | SerialTalk.ClosedWhileWaitingException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException | LinkageError e) {
            talk.status(SensorState.FAILED, "Serial ports cannot be used on this computer: " + e.getMessage() + ".");
        }
    }

    private PortListener.End listen(SerialTalk talk, SerialWire wire) {
        try (wire) {
            return new PortListener(wire, rates, clock, talk, closed).listen();
        }
    }

    /** Waits for the port to come back, longer each time; returns a refusal if the sensor was closed before. */
    private Opening reopen(SerialTalk talk) throws InterruptedException {
        talk.status(SensorState.RECONNECTING, "Waiting for " + port + " to come back.");
        long waitMs = FIRST_WAIT_MS;
        PortProblem last = PortProblem.MISSING;
        Opening opening = new Opening.Refused(last);
        while (!(opening instanceof Opening.Open) && !closed.await(waitMs, TimeUnit.MILLISECONDS)) {
            waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs);
            opening = SerialWire.open(port, rates.get(0));
            if (opening instanceof Opening.Refused refused && refused.problem() != last) {
                last = refused.problem();
                talk.status(SensorState.RECONNECTING, last.words(port) + " Trying again.");
            }
        }
        return opening;
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
