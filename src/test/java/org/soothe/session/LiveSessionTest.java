package org.soothe.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;
import org.soothe.report.SnapshotJson;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSensor;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;
import org.soothe.time.SessionClock;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveSessionTest {
    private static final long NS_PER_S = 1_000_000_000L;

    /** The time of the machine, moved by the test. */
    private final AtomicLong nowNs = new AtomicLong();

    private final SessionClock clock = new SessionClock(nowNs::get, Instant.EPOCH);
    private final EventQueue queue = new EventQueue(64);
    private final ScriptedSensor sensor = new ScriptedSensor();
    private final KeepingSink kept = new KeepingSink();

    @Test
    void whatTheSinkGotGivesTheSameSnapshotsInReplay() throws IOException {
        SessionClock fast = SessionClock.start(100_000);
        SessionEnd end = new LiveSession(new Engine(), queue, SessionAxis.ofSimulated(fast))
                .sensor(simulated(fast, 200))
                .plan(List.of(new Marker(70_500_000_000L, MarkerKind.SPOKE, ""), PacerSetting.steady(0, 6, 0.45)))
                .sink(kept, Delivery.EVERY_EVENT)
                .run();

        assertThat(end.cause()).isEqualTo(SessionEnd.Cause.SENSOR_ENDED);
        assertThat(kept.frames).hasSizeGreaterThan(200).hasSize((int) end.eventCount());
        Engine replayed = new Engine();
        for (Frame frame : kept.frames) {
            assertThat(replayed.update(frame.event())).isTrue();
            assertThat(json(replayed.snapshot())).isEqualTo(json(frame.snapshot()));
        }
        assertThat(json(replayed.snapshot())).isEqualTo(json(end.last()));
    }

    @Test
    void theEventsOfASimulatedSessionDoNotDependOnItsSpeed() {
        List<List<Event>> logs = new ArrayList<>();
        for (double speed : new double[] {2_000, 1e6}) {
            SessionClock fast = SessionClock.start(speed);
            KeepingSink sink = new KeepingSink();
            new LiveSession(new Engine(), new EventQueue(4), SessionAxis.ofSimulated(fast))
                    .sensor(simulated(fast, 300))
                    .lasting(120 * NS_PER_S)
                    .sink(sink, Delivery.EVERY_EVENT)
                    .run();
            logs.add(sink.events());
        }
        assertThat(logs.get(0)).isEqualTo(logs.get(1));
        assertThat(logs.get(0).get(logs.get(0).size() - 1).timeNs()).isEqualTo(120 * NS_PER_S);
    }

    @Test
    void anEventThatWasOvertakenGetsTheTimeOfTheOneBeforeItAndNoneIsRefused() {
        nowNs.set(10 * NS_PER_S);
        sensor.put(status(0, SensorState.CONNECTED))
                .put(RrPacket.ofMs(5 * NS_PER_S, 1000))
                .put(new Marker(4 * NS_PER_S, MarkerKind.SPOKE, "overtaken"))
                .put(RrPacket.ofMs(7 * NS_PER_S, 1000))
                .put(RrPacket.ofMs(99 * NS_PER_S, 1000))
                .put(status(10 * NS_PER_S, SensorState.ENDED));
        SessionEnd end = session().run();

        assertThat(kept.events())
                .extracting(Event::timeNs)
                .containsExactly(0L, 5 * NS_PER_S, 5 * NS_PER_S, 7 * NS_PER_S, 10 * NS_PER_S, 10 * NS_PER_S);
        assertThat(end.movedCount()).isEqualTo(2);
        assertThat(end.last().counters().refusedBackwardCount()).isZero();
        assertThat(end.last().counters().refusedAheadCount()).isZero();
    }

    @Test
    void whenNobodySaysAnythingTheLogSaysThatTimePassesAndValuesGrowOld() throws InterruptedException {
        LiveSession session = session();
        Thread loop = start(session);
        sensor.awaitOpen();
        sensor.now(status(0, SensorState.CONNECTED));
        for (int s = 1; s <= 120; s++) {
            nowNs.set(s * NS_PER_S);
            sensor.now(RrPacket.ofMs(s * NS_PER_S, 1000));
        }
        kept.await(121);
        Snapshot beating = kept.last().snapshot();
        nowNs.set(300 * NS_PER_S);
        kept.awaitEvent(TimePassed.class);
        session.stop();
        loop.join();

        assertThat(beating.hrv().heartRateBpm().isAvailable()).isTrue();
        assertThat(kept.last().event()).isInstanceOf(TimePassed.class);
        assertThat(kept.last().snapshot().hrv().heartRateBpm().isAvailable()).isFalse();
    }

    @Test
    void whatIsPlannedComesBetweenTheEventsOfTheSensorAndAlsoInSilence() throws InterruptedException {
        nowNs.set(3 * NS_PER_S);
        sensor.put(RrPacket.ofMs(NS_PER_S, 1000)).put(RrPacket.ofMs(3 * NS_PER_S, 1000));
        PhaseStart rest = new PhaseStart(2 * NS_PER_S, Phase.BASELINE_FREE, BreathingMode.FREE);
        PhaseStart later = new PhaseStart(4 * NS_PER_S, Phase.COMPASSION_SELF, BreathingMode.FREE);
        LiveSession session = session().plan(List.of(later, rest));
        Thread loop = start(session);
        kept.await(3);
        nowNs.set(5 * NS_PER_S);
        kept.await(4);
        session.stop();
        loop.join();

        assertThat(kept.events())
                .containsExactly(RrPacket.ofMs(NS_PER_S, 1000), rest, RrPacket.ofMs(3 * NS_PER_S, 1000), later);
    }

    @Test
    void itEndsWhenItsTimeIsOverAndTakesNothingLater() {
        nowNs.set(10 * NS_PER_S);
        sensor.put(RrPacket.ofMs(NS_PER_S, 1000)).put(RrPacket.ofMs(6 * NS_PER_S, 1000));
        SessionEnd end = session().lasting(5 * NS_PER_S).run();

        assertThat(end.cause()).isEqualTo(SessionEnd.Cause.DURATION);
        assertThat(end.timeNs()).as("not when something came last").isEqualTo(5 * NS_PER_S);
        assertThat(kept.events()).containsExactly(RrPacket.ofMs(NS_PER_S, 1000));
        assertThat(sensor.isClosed()).isTrue();
        assertThat(kept.end.get()).isEqualTo(end);
    }

    @Test
    void aSensorThatHasGivenUpEndsTheSessionWithItsReason() {
        sensor.put(new SensorStatus(0, SensorState.FAILED, "The adapter is off; switch it on."));
        SessionEnd end = session().run();

        assertThat(end.cause()).isEqualTo(SessionEnd.Cause.SENSOR_FAILED);
        assertThat(end.reason()).isEqualTo("The adapter is off; switch it on.");
    }

    @Test
    void ofTwoSensorsTheLastOneEndsTheSession() throws InterruptedException {
        ScriptedSensor second = new ScriptedSensor();
        second.put(status(0, SensorState.FAILED));
        LiveSession session = session().sensor(second);
        Thread loop = start(session);
        kept.await(1);
        sensor.awaitOpen();
        sensor.now(RrPacket.ofMs(0, 1000));
        sensor.now(status(0, SensorState.ENDED));
        loop.join();
        assertThat(kept.events()).hasSize(3);
    }

    @Test
    void aStopEndsAWaitingSessionAndWhatWasDeliveredBeforeIsKept() throws InterruptedException {
        LiveSession session = session();
        Thread loop = start(session);
        sensor.awaitOpen();
        session.stop();
        sensor.now(RrPacket.ofMs(0, 1000));
        loop.join();
        assertThat(kept.events()).containsExactly(RrPacket.ofMs(0, 1000));
        SessionEnd end = kept.end.get();
        assertThat(end).isNotNull();
        assertThat(end.cause()).isEqualTo(SessionEnd.Cause.STOPPED);
    }

    @Test
    void aSinkThatFailsEndsForItselfAloneAndIsToldOnce() {
        nowNs.set(10 * NS_PER_S);
        for (int s = 1; s <= 10; s++) {
            sensor.put(RrPacket.ofMs(s * NS_PER_S, 1000));
        }
        sensor.put(status(10 * NS_PER_S, SensorState.ENDED));
        List<String> failures = new ArrayList<>();
        SessionSink failing = new SessionSink() {
            private int count;

            @Override
            public String name() {
                return "failing";
            }

            @Override
            public void taken(Frame frame) throws IOException {
                if (++count == 3) {
                    throw new IOException("No space left on device");
                }
                assertThat(count).isLessThan(3);
            }
        };
        SessionEnd end = session()
                .sink(failing, Delivery.EVERY_EVENT)
                .onSinkFailure((sink, failure) -> failures.add(sink.name() + ": " + failure.getMessage()))
                .run();

        assertThat(end.cause()).isEqualTo(SessionEnd.Cause.SENSOR_ENDED);
        assertThat(kept.frames).hasSize(11);
        assertThat(failures).containsExactly("failing: No space left on device");
    }

    @Test
    void aSlowSinkLosesFramesIfItMayAndNoneOtherwiseAndNobodyWaitsForIt() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        KeepingSink page = new KeepingSink(go);
        KeepingSink recorder = new KeepingSink(go);
        LiveSession session = session().sink(page, Delivery.NEWEST).sink(recorder, Delivery.EVERY_EVENT);
        Thread loop = start(session);
        sensor.awaitOpen();
        for (int s = 1; s <= 500; s++) {
            nowNs.set(s * NS_PER_S);
            sensor.now(RrPacket.ofMs(s * NS_PER_S, 1000));
        }
        sensor.now(status(500 * NS_PER_S, SensorState.CONNECTED));
        kept.awaitEvent(SensorStatus.class);
        go.countDown();
        session.stop();
        loop.join();

        assertThat(recorder.events()).hasSameSizeAs(kept.events());
        assertThat(recorder.events().equals(kept.events())).isTrue();
        assertThat(page.frames).hasSizeBetween(1, 2);
        assertThat(page.last().event()).isEqualTo(kept.last().event());
    }

    @Test
    void whatPeopleNoteFromManyThreadsComesInInOrderAndNothingAfterTheEnd() throws InterruptedException {
        LiveSession session = session();
        Thread loop = start(session);
        sensor.awaitOpen();
        List<Thread> people = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
            Thread person = new Thread(() -> note(session, 250));
            people.add(person);
            person.start();
        }
        for (Thread person : people) {
            person.join();
        }
        kept.await(1000);
        session.stop();
        loop.join();

        assertThat(session.inject(timeNs -> new Marker(timeNs, MarkerKind.NOTE, "late")))
                .isFalse();
        assertThat(kept.events()).hasSize(1000).extracting(Event::timeNs).isSorted();
    }

    private void note(LiveSession session, int count) {
        try {
            for (int i = 0; i < count; i++) {
                nowNs.addAndGet(1_000_000);
                assertThat(session.inject(timeNs -> new Marker(timeNs, MarkerKind.NOTE, "")))
                        .isTrue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String json(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SnapshotJson json = new SnapshotJson(out, BeatSource.STRAP)) {
            json.write(snapshot);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private LiveSession session() {
        return new LiveSession(new Engine(), queue, SessionAxis.of(clock))
                .sensor(sensor)
                .sink(kept, Delivery.EVERY_EVENT);
    }

    private static Thread start(LiveSession session) {
        Thread thread = new Thread(session::run, "session-loop");
        thread.start();
        return thread;
    }

    private static SimulatedSensor simulated(SessionClock clock, int lengthS) {
        SimulatedScript script = SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED)
                .lasting(lengthS / 2, lengthS - lengthS / 2, 0);
        return new SimulatedSensor("threat", SimulatedSession.begin(World.STANDARD, script, 5), clock);
    }

    private static SensorStatus status(long timeNs, SensorState state) {
        return new SensorStatus(timeNs, state, "As the test says.");
    }
}
