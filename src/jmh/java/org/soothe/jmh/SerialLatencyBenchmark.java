package org.soothe.jmh;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.serial.SerialSensor;
import org.soothe.time.SessionClock;

/**
 * From a beat line that a device writes to the snapshot that holds it, over a pair of pseudo-terminals; beside it the same wire
 * with nothing but a program that sends each byte back. Needs socat. The percentiles are the figure; between two beats there is a
 * pause, so that everybody has to be woken up, as in life.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 10)
public class SerialLatencyBenchmark {

    private static final long PAUSE_MS = 2;
    private static final byte[] BEAT = "B75\r\nQ800\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Two joined pseudo-terminals. */
    private static final class Wire implements AutoCloseable {
        private final Path folder = Files.createTempDirectory("soothe-wire");
        private final Path computer = folder.resolve("computer");
        private final Path device = folder.resolve("device");
        private final Process socat =
                new ProcessBuilder("socat", "pty,raw,echo=0,link=" + computer, "pty,raw,echo=0,link=" + device).start();

        private Wire() throws IOException {
            while (!Files.exists(computer) || !Files.exists(device)) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() throws IOException {
            socat.destroy();
            Files.deleteIfExists(computer);
            Files.deleteIfExists(device);
            Files.deleteIfExists(folder);
        }
    }

    /** A sensor that is streaming, and the loop of a session. */
    @State(Scope.Benchmark)
    public static class Session {
        private final Semaphore shown = new Semaphore(0);
        private Wire wire;
        private OutputStream device;
        private SerialSensor sensor;
        private Thread loop;
        volatile Snapshot snapshot;

        /** Lets a device speak until beats count. */
        @Setup(Level.Trial)
        public void begin() throws Exception {
            wire = new Wire();
            device = Files.newOutputStream(wire.device);
            EventQueue queue = new EventQueue(1_024);
            sensor = new SerialSensor(wire.computer.toString(), 115_200, SessionClock.start());
            sensor.open(queue);
            loop = new Thread(() -> run(queue), "session");
            loop.setDaemon(true);
            loop.start();
            while (!shown.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                device.write("S500\r\n".getBytes(StandardCharsets.US_ASCII));
                device.write(BEAT);
            }
        }

        private void run(EventQueue queue) {
            Engine engine = new Engine();
            try {
                while (!Thread.interrupted()) {
                    Event event = queue.poll(TimeUnit.SECONDS.toNanos(1));
                    if (event != null && engine.update(event) && event instanceof RrPacket) {
                        snapshot = engine.snapshot();
                        shown.release();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Lets everybody fall asleep. */
        @Setup(Level.Invocation)
        public void pause() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            shown.drainPermits();
        }

        /** Ends all threads and the wire. */
        @TearDown(Level.Trial)
        public void end() throws IOException {
            sensor.close();
            loop.interrupt();
            device.close();
            wire.close();
        }
    }

    /** The same wire with a program at the computer's end that sends everything back. */
    @State(Scope.Benchmark)
    public static class Echo {
        private final byte[] answer = new byte[BEAT.length];
        private Wire wire;
        private SerialPort device;
        private SerialPort computer;

        /** Opens both ends. */
        @Setup(Level.Trial)
        public void begin() throws IOException {
            wire = new Wire();
            computer = open(wire.computer);
            device = open(wire.device);
            Thread echo = new Thread(this::echo, "echo");
            echo.setDaemon(true);
            echo.start();
        }

        private static SerialPort open(Path path) {
            SerialPort port = SerialPort.getCommPort(path.toString());
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 100, 0);
            if (!port.openPort()) {
                throw new IllegalStateException("cannot open " + path);
            }
            return port;
        }

        private void echo() {
            byte[] bytes = new byte[4_096];
            int count = computer.readBytes(bytes, bytes.length);
            while (count >= 0) {
                computer.writeBytes(bytes, count);
                count = computer.readBytes(bytes, bytes.length);
            }
        }

        /** Lets everybody fall asleep. */
        @Setup(Level.Invocation)
        public void pause() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }

        /** Closes both ends. */
        @TearDown(Level.Trial)
        public void end() throws IOException {
            device.closePort();
            wire.close();
            computer.closePort();
        }
    }

    /** A beat leaves the device; done when the snapshot after it is there. */
    @Benchmark
    public Snapshot beatToSnapshot(Session session) throws Exception {
        session.device.write(BEAT);
        session.shown.acquire();
        return session.snapshot;
    }

    /** The same bytes go to the computer's end and come back: twice the wire, twice the library, none of Soothe. */
    @Benchmark
    public int bareEcho(Echo echo) {
        echo.device.writeBytes(BEAT, BEAT.length);
        int count = 0;
        while (count < BEAT.length) {
            count += echo.device.readBytes(echo.answer, BEAT.length - count);
        }
        return count;
    }
}
