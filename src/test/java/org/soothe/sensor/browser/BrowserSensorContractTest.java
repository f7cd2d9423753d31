package org.soothe.sensor.browser;

import org.junit.jupiter.api.AfterEach;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorContractTest;
import org.soothe.time.SessionClock;

/** The other end is a page that sends a packet of one interval as quickly as they are taken. */
class BrowserSensorContractTest extends SensorContractTest {
    private volatile boolean over;
    private BrowserSensor newest = new BrowserSensor(SessionClock.start());

    @Override
    protected Sensor make(SessionClock clock) {
        newest = new BrowserSensor(clock);
        return newest;
    }

    @Override
    protected void send() {
        BrowserSensor sensor = newest;
        Thread page = new Thread(() -> play(sensor), "page");
        page.setDaemon(true);
        page.start();
    }

    private void play(BrowserSensor sensor) {
        try {
            int seq = 0;
            sensor.message("{\"type\":\"hello\",\"seq\":0,\"atMs\":0,\"version\":1,\"details\":\"\"}");
            sensor.message("{\"type\":\"device\",\"seq\":1,\"atMs\":0,\"name\":\"A strap\",\"id\":\"x\"}");
            boolean taken = true;
            for (seq = 2; taken && !over; seq++) {
                taken = sensor.message("{\"type\":\"packet\",\"seq\":" + seq + ",\"atMs\":" + seq
                        + ",\"characteristic\":\"2a37\",\"hex\":\"163c0004\"}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void leave() {
        over = true;
    }
}
