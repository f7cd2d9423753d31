package org.soothe.sensor.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.sensor.EventQueue;

/** What a sensor has put into its queue, in order, and a way to wait for more. */
final class Heard {

    private static final long GENEROUS_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long SLICE_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final EventQueue queue;
    private final List<Event> events = new ArrayList<>();
    private long sampleCount;
    private long rrCount;

    Heard(EventQueue queue) {
        this.queue = queue;
    }

    /** Waits for an event and returns it; fails with all that was heard if it does not come. */
    Event until(Predicate<Event> wanted) {
        long deadline = System.nanoTime() + GENEROUS_NS;
        try {
            while (System.nanoTime() < deadline) {
                Event event = queue.poll(SLICE_NS);
                if (event != null) {
                    events.add(event);
                    sampleCount +=
                            event instanceof Waveform wave ? wave.samples().size() : 0;
                    rrCount += event instanceof RrPacket packet ? packet.rr().size() : 0;
                    if (wanted.test(event)) {
                        return event;
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError(
                "did not come; heard " + events.stream().limit(200).toList());
    }

    /** Waits for a state and returns its words. */
    String until(SensorState state) {
        return ((SensorStatus) until(event -> event instanceof SensorStatus status && status.state() == state))
                .reason();
    }

    /** Waits for a state whose words contain a text. */
    void until(SensorState state, String part) {
        until(event -> event instanceof SensorStatus status
                && status.state() == state
                && status.reason().contains(part));
    }

    /** Waits for an interval. */
    void untilRr(double rrMs) {
        until(event -> event instanceof RrPacket packet
                && packet.rr().size() > 0
                && packet.rr().ms(0) == rrMs);
    }

    /** Waits until that many samples and intervals have come in all. */
    void untilCounts(long samples, long intervals) {
        while (sampleCount < samples || rrCount < intervals) {
            until(event -> event instanceof RrPacket || event instanceof Waveform);
        }
    }

    /** Returns all that came. */
    List<Event> events() {
        return events;
    }

    /** Returns the states in the order in which they came. */
    List<SensorState> states() {
        return events.stream()
                .filter(SensorStatus.class::isInstance)
                .map(event -> ((SensorStatus) event).state())
                .toList();
    }

    /** Returns the intervals in the order in which they came. */
    List<Double> rrMs() {
        return events.stream()
                .filter(RrPacket.class::isInstance)
                .map(event -> ((RrPacket) event).rr().ms(0))
                .toList();
    }
}
