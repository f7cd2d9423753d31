package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.soothe.event.SensorIdentity;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorContractTest;
import org.soothe.sensor.ble.rig.PretendBluez;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.sensor.ble.tinyb.TinybBackend;
import org.soothe.time.SessionClock;

/**
 * The contract of all sensors, held by a strap through TinyB on a pretend daemon. It runs in a process of its own, which
 * {@link TinybContractTest} starts, because TinyB reads the address of its bus once, from the environment, and ends its process
 * with the bus.
 */
class TinybContract extends SensorContractTest {

    private static final long BEAT_MS = 20;

    private static PretendBluez bluez;

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    /** Runs the contract and ends the process: 0 if all of it was held, 1 if not. */
    public static void main(String[] args) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(TinybContract.class))
                                .build(),
                        listener);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        listener.getSummary().printFailuresTo(out, 20);
        long held = listener.getSummary().getTestsSucceededCount();
        out.printf("%d of %d held%n", held, listener.getSummary().getTestsFoundCount());
        Runtime.getRuntime().halt(held > 0 && held == listener.getSummary().getTestsFoundCount() ? 0 : 1);
    }

    @BeforeAll
    static void startDaemon() throws Exception {
        bluez = new PretendBluez(System.getenv("DBUS_SYSTEM_BUS_ADDRESS"));
    }

    @AfterEach
    void stopHeart() throws InterruptedException {
        heart.shutdownNow();
        heart.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** After a reconnection TinyB may still show a characteristic that is gone, so a read that fails is tried on the newest. */
    @Test
    void aReadThatFailsOnceIsTriedOnceMore() throws Exception {
        assertThat(detailsAfterRefusals(1)).contains("model R10");
        assertThat(detailsAfterRefusals(2)).contains("maker Rig Electro").doesNotContain("model");
    }

    private String detailsAfterRefusals(int reads) throws InterruptedException {
        bluez.refuseModel(reads);
        EventQueue queue = new EventQueue(1_000);
        Sensor sensor = make(SessionClock.start());
        try {
            sensor.open(queue);
            return new HeardEvents(queue)
                    .next(SensorIdentity.class, identity -> true)
                    .details();
        } finally {
            sensor.close();
            bluez.dropLink();
        }
    }

    @Override
    protected Sensor make(SessionClock clock) {
        return new BleSensor(
                () -> TinybBackend.open(null),
                BleTarget.of(PretendBluez.ADDRESS),
                Set.of(),
                clock,
                BleTiming.standard());
    }

    @Override
    protected void send() {
        var unused = heart.scheduleAtFixedRate(
                () -> bluez.send(StrapBytes.measurement(60, 1024)), BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean isOfSensor(String threadName) {
        return threadName.startsWith("sensor-") || threadName.startsWith("ble-");
    }
}
