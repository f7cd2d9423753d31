package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;

/** What a sensor put into its queue, read by the thread of the test. */
final class HeardEvents {

    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(40);

    private final EventQueue queue;
    private final List<Event> all = new ArrayList<>();

    HeardEvents(EventQueue queue) {
        this.queue = queue;
    }

    /** Takes events until one fits, and returns it. */
    <T extends Event> T next(Class<T> type, Predicate<T> fits) throws InterruptedException {
        while (true) {
            Event event = queue.poll(LIMIT_NS);
            assertThat(event).as("what should come within 40 s after %s", all).isNotNull();
            add(event);
            if (type.isInstance(event) && fits.test(type.cast(event))) {
                return type.cast(event);
            }
        }
    }

    private void add(Event event) {
        if (!all.isEmpty()) {
            assertThat(event.timeNs())
                    .isGreaterThanOrEqualTo(all.get(all.size() - 1).timeNs());
        }
        all.add(event);
    }

    SensorStatus status(SensorState state) throws InterruptedException {
        return next(SensorStatus.class, status -> status.state() == state);
    }

    /** Takes what is there without waiting for more than a blink. */
    void drain() throws InterruptedException {
        for (Event event = queue.poll(0); event != null; event = queue.poll(0)) {
            add(event);
        }
    }

    List<Event> all() {
        return all;
    }

    <T extends Event> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<SensorState> states() {
        return all(SensorStatus.class).stream().map(SensorStatus::state).toList();
    }

    /** Returns the first tick of each packet that has one. */
    List<Integer> ticks() {
        return all(RrPacket.class).stream()
                .filter(packet -> packet.rr().size() > 0)
                .map(packet -> (int) packet.rr().raw(0))
                .toList();
    }

    /** Waits until something outside holds, with a generous limit. */
    static void until(BooleanSupplier condition) throws InterruptedException {
        EventQueue pause = new EventQueue(1);
        boolean holds = condition.getAsBoolean();
        for (int i = 0; i < 4_000 && !holds; i++) {
            pause.poll(TimeUnit.MILLISECONDS.toNanos(10));
            holds = condition.getAsBoolean();
        }
        assertThat(holds).as("within 40 s").isTrue();
    }
}
