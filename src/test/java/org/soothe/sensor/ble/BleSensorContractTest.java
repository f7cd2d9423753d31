package org.soothe.sensor.ble;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorContractTest;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.time.SessionClock;

/** The contract of all sensors, held by a strap on a pretend daemon on a real message bus. */
class BleSensorContractTest extends SensorContractTest {

    private static final long BEAT_MS = 20;

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private LightRig rig;

    @BeforeEach
    void startRig() throws Exception {
        rig = new LightRig();
    }

    @AfterEach
    void stopRig() throws Exception {
        heart.shutdownNow();
        heart.awaitTermination(10, TimeUnit.SECONDS);
        rig.close();
    }

    @Override
    protected Sensor make(SessionClock clock) {
        return new BleSensor(rig.opener(), BleTarget.any(), Set.of(), clock, BleTiming.standard());
    }

    @Override
    protected void send() {
        var unused = heart.scheduleAtFixedRate(
                () -> rig.bluez().send(StrapBytes.measurement(60, 1024)), BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean isOfSensor(String threadName) {
        return threadName.startsWith("sensor-") || threadName.startsWith("ble-");
    }
}
