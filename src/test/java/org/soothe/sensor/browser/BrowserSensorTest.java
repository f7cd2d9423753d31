package org.soothe.sensor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.time.SessionClock;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrowserSensorTest {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long LIMIT_NS = 20_000_000_000L;

    /** The time of the machine, moved by the test. */
    private final AtomicLong nowNs = new AtomicLong();

    private final BrowserSensor sensor = new BrowserSensor(new SessionClock(nowNs::get, Instant.EPOCH));
    private final EventQueue queue = new EventQueue(4096);

    @BeforeEach
    void open() throws InterruptedException {
        sensor.open(queue);
        assertThat(next()).isInstanceOf(SensorStatus.class);
    }

    @AfterEach
    void close() {
        sensor.close();
    }

    @Test
    void theSampleOfTheDocumentationGivesTheEventsThatItTells() throws IOException, InterruptedException {
        for (String line : PageMessageReaderTest.sample("json")) {
            nowNs.addAndGet(1000 * NS_PER_MS);
            sensor.message(line);
        }
        List<Event> events = until(SensorState.LOST);

        assertThat(events)
                .extracting(BrowserSensorTest::inShort)
                .containsExactly(
                        "CONNECTED",
                        "identity",
                        "identity",
                        "85 %",
                        "STREAMING",
                        "[1024.0]",
                        "[1015.0]",
                        "SILENT",
                        "STREAMING",
                        "[1024.0, 1032.0]",
                        "LOST");
        SensorIdentity identity = (SensorIdentity) events.get(2);
        assertThat(identity.name()).isEqualTo("Polar H10 0A1B2C");
        assertThat(identity.address()).isEqualTo("browser:k3vX0c2mQ9");
        assertThat(identity.source()).isEqualTo(BeatSource.STRAP);
        assertThat(identity.details()).isEqualTo("chest; Chrome 130 on ChromeOS");
        assertThat(sensor.counters()).isEqualTo(new BrowserCounters(10, 0, 0, 1, 0));
        assertThat(sensor.describe().name()).isEqualTo("Polar H10 0A1B2C");
    }

    @Test
    void aPacketKeepsItsBytesAndGetsThePagesTimeMappedToTheSession() throws InterruptedException {
        send(0, 5000, "hello", "\"version\":1,\"details\":\"\"");
        nowNs.addAndGet(1000 * NS_PER_MS);
        packet(1, 6000, "1648e80310041804");
        nowNs.addAndGet(1700 * NS_PER_MS);
        packet(2, 7000, "1e48e8032c01");
        List<Event> events = new ArrayList<>();
        while (events.isEmpty() || !(events.get(events.size() - 1) instanceof EnergyExpended)) {
            events.add(next());
        }
        List<RrPacket> packets = packets(events);
        assertThat(packets.get(0))
                .isEqualTo(new RrPacket(
                        1000 * NS_PER_MS, SensorContact.PRESENT, 72, RrIntervals.ofTicks1024(1000, 1040, 1048)));
        assertThat(packets.get(1).timeNs()).isEqualTo(2000 * NS_PER_MS);
        assertThat(events.get(events.size() - 1)).isEqualTo(new EnergyExpended(2000 * NS_PER_MS, 1000));
    }

    @Test
    void awayFromTheChestItIsAPulseSensor() throws InterruptedException {
        send(0, 0, "hello", "\"version\":1,\"details\":\"\"");
        send(1, 0, "packet", "\"characteristic\":\"2A38\",\"hex\":\"05\"");
        packet(2, 0, "163c0004");
        List<Event> events = until(SensorState.STREAMING);
        assertThat(events)
                .filteredOn(SensorIdentity.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(((SensorIdentity) event).source()).isEqualTo(BeatSource.PULSE);
                    assertThat(((SensorIdentity) event).details()).startsWith("ear lobe");
                });
    }

    @Test
    void repeatedNumbersAreLeftOutAndMissingOnesAreAGap() throws InterruptedException {
        send(0, 0, "hello", "\"version\":1,\"details\":\"\"");
        packet(1, 1000, "163c0004");
        packet(1, 1000, "163c0004");
        packet(2, 2000, "163c0104");
        packet(5, 5000, "163c0204");
        packet(3, 3000, "163c0304");
        send(6, 6000, "link", "\"state\":\"LOST\",\"reason\":\"Over.\"");
        List<Event> events = until(SensorState.LOST);

        assertThat(events)
                .extracting(BrowserSensorTest::inShort)
                .containsExactly(
                        "CONNECTED",
                        "identity",
                        "STREAMING",
                        "[1024.0]",
                        "[1025.0]",
                        "SILENT",
                        "STREAMING",
                        "[1026.0]",
                        "LOST");
        assertThat(sensor.counters()).isEqualTo(new BrowserCounters(7, 0, 2, 2, 0));
    }

    @Test
    void whatCannotBeReadIsToldOnceAndCounted() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            sensor.message("{\"type\":\"sing\",\"seq\":0,\"atMs\":0}");
        }
        packet(0, 0, "16");
        packet(1, 0, "16");
        send(2, 0, "packet", "\"characteristic\":\"ffff\",\"hex\":\"00\"");
        send(3, 0, "link", "\"state\":\"LOST\",\"reason\":\"\"");
        List<Event> events = until(SensorState.LOST);

        assertThat(events)
                .extracting(event -> ((SensorStatus) event).reason())
                .containsExactly(
                        "A message of the page is left out: \"type\" is none of hello, device, link, packet and alive.",
                        "A packet of the strap is left out: HEART_RATE_CUT_OFF.",
                        "The page says no more.");
        assertThat(sensor.counters()).isEqualTo(new BrowserCounters(9, 7, 0, 0, 1));
    }

    @Test
    void aPacketThatCannotBeReadMayHaveHeldAnInterval() throws InterruptedException {
        packet(0, 0, "163c0004");
        packet(1, 0, "163c00");
        packet(2, 0, "163c0004");
        packet(3, 0, "163c00");
        packet(4, 0, "163c0104");
        send(5, 0, "link", "\"state\":\"LOST\",\"reason\":\"\"");
        assertThat(until(SensorState.LOST))
                .extracting(BrowserSensorTest::inShort)
                .endsWith(
                        "STREAMING",
                        "[1024.0]",
                        "SILENT",
                        "STREAMING",
                        "[1024.0]",
                        "SILENT",
                        "STREAMING",
                        "[1025.0]",
                        "LOST");
    }

    @Test
    void lostContactIsSilenceThatSaysWhatToDo() throws InterruptedException {
        packet(0, 0, "163c0004");
        packet(1, 0, "143c0004");
        packet(2, 0, "143c0004");
        packet(3, 0, "163c0004");
        send(4, 0, "link", "\"state\":\"LOST\",\"reason\":\"\"");
        List<Event> events = until(SensorState.LOST);
        assertThat(events)
                .extracting(BrowserSensorTest::inShort)
                .endsWith("STREAMING", "[1024.0]", "SILENT", "[1024.0]", "[1024.0]", "STREAMING", "[1024.0]", "LOST");
        assertThat(events)
                .anyMatch(event -> event instanceof SensorStatus status
                        && status.reason().startsWith("The strap feels no skin. Moisten"));
    }

    @Test
    void aRateThatTheStrapDoesNotKnowIsNone() throws InterruptedException {
        packet(0, 0, "16000004");
        List<Event> events = until(SensorState.STREAMING);
        events.add(next());
        assertThat(packets(events).get(0).heartRateBpm()).isNaN();
    }

    @Test
    void oneWrongNumberDoesNotSilenceThePage() throws InterruptedException {
        packet(0, 0, "163c0004");
        until(SensorState.STREAMING);
        next();
        sensor.message("{\"type\":\"alive\",\"seq\":9007199254740990,\"atMs\":0}");
        packet(1, 0, "163c0104");
        assertThat(((SensorStatus) next()).reason()).contains("far ahead");
        assertThat(packets(List.of(next())))
                .extracting(packet -> packet.rr().raw(0))
                .containsExactly(1025.0);
    }

    @Test
    void intervalsThatStopAreToldEvenIfThePageGoesOn() throws InterruptedException {
        packet(0, 0, "163c0004");
        until(SensorState.STREAMING);
        next();
        nowNs.addAndGet(6000 * NS_PER_MS);
        send(1, 6000, "alive", "\"x\":1");
        assertThat(until(SensorState.SILENT)).hasSize(1);
    }

    @Test
    void aPageThatIsGoneAndComesBackBeginsAnew() throws InterruptedException {
        packet(0, 90_000, "163c0004");
        until(SensorState.STREAMING);
        nowNs.addAndGet(1000 * NS_PER_MS);
        sensor.pageGone();
        until(SensorState.LOST);
        nowNs.addAndGet(30_000 * NS_PER_MS);
        send(0, 10, "hello", "\"version\":1,\"details\":\"\"");
        until(SensorState.SEARCHING);
        packet(1, 20, "163c0104");
        List<Event> events = until(SensorState.STREAMING);
        assertThat(events.get(events.size() - 1).timeNs()).isEqualTo(31_000 * NS_PER_MS);
        assertThat(sensor.counters().repeatedCount()).isZero();
    }

    @Test
    void aPageThatGivesUpEndsTheSensor() throws InterruptedException {
        send(0, 0, "link", "\"state\":\"FAILED\",\"reason\":\"This browser has no Web Bluetooth; use Chrome.\"");
        until(SensorState.FAILED);
        while (sensor.message("{\"type\":\"alive\",\"seq\":1,\"atMs\":0}")) {
            Thread.onSpinWait();
        }
        assertThat(queue.poll(0)).isNull();
    }

    @Test
    void messagesFromManyThreadsAreTakenOneByOne() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            SplittableRandom random = new SplittableRandom(t);
            Thread thread = new Thread(() -> {
                try {
                    for (int i = 0; i < 1000; i++) {
                        packet(random.nextInt(100), random.nextInt(1000), "163c0004");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(thread);
            thread.start();
        }
        Event event = next();
        long lastNs = 0;
        long taken = 0;
        while (sensor.counters().messageCount() < 4000 || event != null) {
            if (event != null) {
                assertThat(event.timeNs()).isGreaterThanOrEqualTo(lastNs);
                lastNs = event.timeNs();
                taken += event instanceof RrPacket ? 1 : 0;
            }
            event = queue.poll(NS_PER_MS);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(taken + sensor.counters().repeatedCount()).isEqualTo(4000);
    }

    private void packet(int seq, int atMs, String hex) throws InterruptedException {
        send(seq, atMs, "packet", "\"characteristic\":\"2a37\",\"hex\":\"" + hex + "\"");
    }

    private void send(int seq, int atMs, String type, String more) throws InterruptedException {
        sensor.message("{\"type\":\"" + type + "\",\"seq\":" + seq + ",\"atMs\":" + atMs + "," + more + "}");
    }

    private Event next() throws InterruptedException {
        Event event = queue.poll(LIMIT_NS);
        assertThat(event).isNotNull();
        return event;
    }

    private List<Event> until(SensorState state) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        Event event;
        do {
            event = next();
            events.add(event);
        } while (!(event instanceof SensorStatus status) || status.state() != state);
        return events;
    }

    private static List<RrPacket> packets(List<Event> events) {
        return events.stream()
                .filter(RrPacket.class::isInstance)
                .map(RrPacket.class::cast)
                .toList();
    }

    private static String inShort(Event event) {
        if (event instanceof SensorStatus status) {
            return status.state().name();
        } else if (event instanceof RrPacket packet) {
            return packet.rr().toString().replaceAll(".*\\[", "[");
        } else if (event instanceof BatteryLevel battery) {
            return battery.levelPercent() + " %";
        }
        return "identity";
    }
}
