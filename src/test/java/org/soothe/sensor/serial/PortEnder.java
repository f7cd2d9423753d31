package org.soothe.sensor.serial;

import java.io.IOException;
import org.soothe.event.Event;
import org.soothe.event.SensorState;
import org.soothe.sensor.EventQueue;
import org.soothe.time.SessionClock;

/** Another program that listens to a port until it is told to end, and writes what its sensor says from then on. */
final class PortEnder {

    private static final int ROOM = 1_000;
    private static final long LONGEST_NS = 20_000_000_000L;

    private PortEnder() {}

    public static void main(String[] arguments) throws IOException {
        EventQueue queue = new EventQueue(ROOM);
        SerialSensor sensor = new SerialSensor(arguments[0], 0, SessionClock.start());
        sensor.open(queue);
        new Heard(queue).until(SensorState.CONNECTED, "Listening");
        Thread listener = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sensor-serial"))
                .findFirst()
                .orElseThrow();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(queue, listener)));
        System.out.println("open");
        int next = System.in.read();
        while (next >= 0) {
            next = System.in.read();
        }
    }

    /** The port is closed beneath the sensor now; whatever it makes of that comes before its thread ends. */
    private static void tell(EventQueue queue, Thread listener) {
        try {
            long deadline = System.nanoTime() + LONGEST_NS;
            Event event = null;
            while (event == null && listener.isAlive() && System.nanoTime() < deadline) {
                event = queue.poll(LONGEST_NS / 1_000);
            }
            event = event == null ? queue.poll(0) : event;
            System.out.println(event == null && !listener.isAlive() ? "nothing" : event);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
