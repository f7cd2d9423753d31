package org.soothe.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.time.SessionClock;

/**
 * What every sensor must hold, whatever it is made of. A test of a sensor extends it and says how one is made and how its
 * other end (a strap, a device, a page) is brought to send.
 *
 * <p>Waits have a generous limit and end as soon as what is waited for is there.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class SensorContractTest {

    /** Longest wait for something that must come. */
    protected static final long LIMIT_NS = 20_000_000_000L;

    private final List<Sensor> made = new ArrayList<>();
    private final Set<Thread> before = threads();

    /** Makes a sensor that is closed and whose other end is there or will be soon. */
    protected abstract Sensor make(SessionClock clock);

    /** Brings the other end to send data until the test is over; called once, after the sensor was opened. */
    protected void send() throws Exception {}

    /** Returns the clock of the session; a simulated sensor may want one that runs faster. */
    protected SessionClock clock() {
        return SessionClock.start();
    }

    /** Returns whether a name of a thread belongs to a sensor; such threads must end when it is closed. */
    protected boolean isOfSensor(String threadName) {
        return threadName.startsWith("sensor-");
    }

    @AfterEach
    void closeAll() {
        made.forEach(Sensor::close);
    }

    private Sensor sensor(SessionClock clock) {
        Sensor sensor = make(clock);
        made.add(sensor);
        return sensor;
    }

    @Test
    void itSaysWhatItIsBeforeAndAfterItIsOpened() throws Exception {
        Sensor sensor = sensor(clock());
        SensorDescription description = sensor.describe();
        assertThat(description.kind()).isNotBlank();
        assertThat(description.name()).isNotBlank();
        assertThat(description.address()).startsWith(description.kind() + ":");
        sensor.open(new EventQueue(64));
        assertThat(sensor.describe().kind()).isEqualTo(description.kind());
        sensor.close();
        assertThat(sensor.describe().kind()).isEqualTo(description.kind());
    }

    @Test
    void itsFirstEventIsAStatusAndConnectedComesBeforeStreamingAndStreamingBeforeData() throws Exception {
        List<Event> events = untilData(sensor(clock()), 4);
        assertThat(events.get(0)).isInstanceOf(SensorStatus.class);
        List<SensorState> states = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof SensorStatus status) {
                states.add(status.state());
            } else if (isBeats(event)) {
                assertThat(states).contains(SensorState.CONNECTED, SensorState.STREAMING);
            }
        }
        assertThat(states.indexOf(SensorState.CONNECTED)).isLessThan(states.indexOf(SensorState.STREAMING));
    }

    @Test
    void itSaysWhichSensorItIsBeforeItsData() throws Exception {
        List<Event> events = untilData(sensor(clock()), 1);
        assertThat(events.subList(0, events.size() - 1)).hasAtLeastOneElementOfType(SensorIdentity.class);
    }

    @Test
    void timesNeverGoBackAndNeverLieInTheFuture() throws Exception {
        SessionClock clock = clock();
        List<Event> events = untilData(sensor(clock), 8);
        long nowNs = clock.nowNs();
        assertThat(events).extracting(Event::timeNs).isSorted().allMatch(timeNs -> timeNs >= 0 && timeNs <= nowNs);
    }

    @Test
    void everyStatusHasWordsForAPerson() throws Exception {
        List<Event> events = untilData(sensor(clock()), 4);
        assertThat(events)
                .filteredOn(SensorStatus.class::isInstance)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(((SensorStatus) event).reason()).matches("(?s)\\p{Lu}.*[.!?)]"));
    }

    @Test
    void itCannotBeOpenedTwice() {
        Sensor sensor = sensor(clock());
        sensor.open(new EventQueue(64));
        assertThatThrownBy(() -> sensor.open(new EventQueue(64))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itCannotBeOpenedAgainAfterItWasClosed() {
        Sensor sensor = sensor(clock());
        sensor.open(new EventQueue(64));
        sensor.close();
        assertThatThrownBy(() -> sensor.open(new EventQueue(64))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingTwiceAndClosingWhatWasNeverOpenedDoesNothing() {
        Sensor never = sensor(clock());
        never.close();
        never.close();
        Sensor sensor = sensor(clock());
        sensor.open(new EventQueue(64));
        sensor.close();
        sensor.close();
    }

    @Test
    void whenClosedItsThreadsEndAndNothingMoreComes() throws Exception {
        Sensor sensor = sensor(clock());
        EventQueue queue = new EventQueue(1024);
        sensor.open(queue);
        send();
        assertThat(next(queue)).isNotNull();
        sensor.close();
        awaitThreadsOfBefore();
        Event left = queue.poll(0);
        while (left != null) {
            left = queue.poll(0);
        }
        assertThat(queue.poll(1_000_000)).isNull();
    }

    @Test
    void aFullQueueMakesItWaitAndLosesNothing() throws Exception {
        Sensor sensor = sensor(clock());
        EventQueue queue = new EventQueue(1);
        sensor.open(queue);
        send();
        List<Event> events = collect(queue, 6);
        assertThat(events).extracting(Event::timeNs).isSorted();
        assertThat(events.get(0)).isInstanceOf(SensorStatus.class);
    }

    @Test
    void whileItWaitsForAFullQueueItCanBeClosed() throws Exception {
        Sensor sensor = sensor(clock());
        EventQueue queue = new EventQueue(1);
        sensor.open(queue);
        send();
        // The first event is taken, the second fills the queue, the third has to wait.
        assertThat(next(queue)).isNotNull();
        sensor.close();
        awaitThreadsOfBefore();
    }

    /** Opens a sensor and returns its events up to the given number of data events. */
    protected final List<Event> untilData(Sensor sensor, int dataCount) throws Exception {
        EventQueue queue = new EventQueue(1024);
        sensor.open(queue);
        send();
        return collect(queue, dataCount);
    }

    private static List<Event> collect(EventQueue queue, int dataCount) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        int data = 0;
        while (data < dataCount) {
            Event event = next(queue);
            assertThat(event)
                    .as("an event after %s", events.isEmpty() ? "none" : events.get(events.size() - 1))
                    .isNotNull();
            events.add(event);
            data += event instanceof RrPacket || event instanceof Waveform ? 1 : 0;
        }
        return events;
    }

    private static @Nullable Event next(EventQueue queue) throws InterruptedException {
        return queue.poll(LIMIT_NS);
    }

    private static boolean isBeats(Event event) {
        return (event instanceof RrPacket packet && packet.rr().size() > 0) || event instanceof Waveform;
    }

    private void awaitThreadsOfBefore() throws InterruptedException {
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(TimeUnit.NANOSECONDS.toMillis(LIMIT_NS));
                assertThat(thread.isAlive())
                        .as("thread %s has ended", thread.getName())
                        .isFalse();
            }
        }
    }

    private Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> isOfSensor(thread.getName()))
                .collect(Collectors.toSet());
    }
}
