package org.soothe.sensor.serial;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.soothe.event.SensorState;
import org.soothe.sensor.serial.ProtocolDetector.Heard;
import org.soothe.time.SessionClock;

/** Listens to an open port: finds the rate and the protocol, then takes what comes. Owned by the sensor's thread. */
final class PortListener {

    // Design: a search is a row of rounds at one rate after another. What is read in the round that succeeds is read
    // again by the stream, so that nothing that came is lost by the search.

    private static final long ROUND_NS = 2_000_000_000L;
    private static final long TEXT_ROUND_NS = 8_000_000_000L;
    private static final long SILENCE_NS = 3_000_000_000L;
    private static final int FEW_BYTES = 64;
    private static final int CYCLES = 3;
    private static final int BUFFER = 4_096;
    private static final int MOST_KEPT = 1 << 17;

    private final SerialWire wire;
    private final List<LineRate> rates;
    private final SessionClock clock;
    private final SerialTalk talk;
    private final CountDownLatch closed;
    private final byte[] buffer = new byte[BUFFER];
    private int rateIndex;
    private int rounds;

    PortListener(SerialWire wire, List<LineRate> rates, SessionClock clock, SerialTalk talk, CountDownLatch closed) {
        this.wire = wire;
        this.rates = rates;
        this.clock = clock;
        this.talk = talk;
        this.closed = closed;
    }

    /** How listening ended. */
    enum End {
        /** The sensor was closed. */
        CLOSED,
        /** The port is gone. */
        GONE,
        /** At no rate anything could be read. */
        UNREADABLE
    }

    End listen() {
        talk.status(SensorState.CONNECTED, "The port is open. Listening at " + rate().words() + ".");
        End end = null;
        while (end == null) {
            end = round();
        }
        return end;
    }

    private LineRate rate() {
        return rates.get(rateIndex);
    }

    /** Listens at one rate, and to the stream that is found there until it breaks off; null to go on. */
    private @Nullable End round() {
        ProtocolDetector detector = new ProtocolDetector();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long startNs = clock.nowNs();
        while (!isOver(detector, clock.nowNs() - startNs)) {
            int count = wire.read(buffer);
            if (closed.getCount() == 0 || count == SerialWire.GONE) {
                return count == SerialWire.GONE && closed.getCount() > 0 ? End.GONE : End.CLOSED;
            }
            detector.accept(buffer, count);
            kept.write(buffer, 0, kept.size() > MOST_KEPT ? 0 : count);
            SerialProtocol protocol = detector.protocol();
            if (protocol != null) {
                return stream(protocol, kept.toByteArray());
            }
        }
        return nothing(detector);
    }

    private static boolean isOver(ProtocolDetector detector, long durationNs) {
        return switch (detector.heard()) {
            case NOTHING -> durationNs > SILENCE_NS;
            case TEXT -> durationNs > TEXT_ROUND_NS;
            case GARBAGE -> durationNs > ROUND_NS && (detector.byteCount() >= FEW_BYTES || durationNs > SILENCE_NS);
        };
    }

    /** Says what was heard instead of a protocol, and chooses the next rate. */
    private @Nullable End nothing(ProtocolDetector detector) {
        Heard heard = detector.heard();
        if (heard == Heard.TEXT) {
            talk.status(
                    SensorState.CONNECTED,
                    "The device sends text that is no known protocol: \"" + detector.sample()
                            + "\". Set the output type"
                            + " of the sketch to PROCESSING_VISUALIZER, or see firmware-notes.");
            return null;
        }
        LineRate tried = rate();
        rateIndex = (rateIndex + 1) % rates.size();
        wire.rate(rate());
        if (heard == Heard.NOTHING) {
            talk.status(
                    SensorState.CONNECTED,
                    "The port is open, but nothing arrives. Check the wiring and that the device runs.");
            return null;
        }
        rounds++;
        if (rounds >= CYCLES * rates.size()) {
            talk.status(
                    SensorState.FAILED,
                    (rates.equals(LineRate.USUAL)
                                    ? "What arrives cannot be read at any usual rate. Say the rate of the sketch, as in"
                                            + " serial:PORT@115200,"
                                    : "What arrives cannot be read at " + rate().baudHz()
                                            + " baud. Leave the rate out and it"
                                            + " is looked for, or say that of the sketch, as in serial:PORT@115200,")
                            + " or see firmware-notes for the protocols.");
            return End.UNREADABLE;
        }
        talk.status(
                SensorState.CONNECTED,
                "What arrives at " + tried.words() + " cannot be read: a wrong rate. Trying " + rate().words() + ".");
        return null;
    }

    private @Nullable End stream(SerialProtocol protocol, byte[] heard) {
        rounds = 0;
        long nowNs = clock.nowNs();
        talk.status(nowNs, SensorState.CONNECTED, "Reading " + protocol.words() + " at " + rate().words() + ".");
        talk.identity(nowNs, protocol.words());
        PulseStream stream = new PulseStream(protocol, talk, nowNs);
        stream.accept(heard, heard.length, nowNs);
        while (true) {
            int count = wire.read(buffer);
            nowNs = clock.nowNs();
            if (closed.getCount() == 0) {
                return End.CLOSED;
            }
            if (count == SerialWire.GONE) {
                return End.GONE;
            }
            if (count > 0) {
                stream.accept(buffer, count, nowNs);
            } else {
                stream.idle(nowNs);
            }
            if (stream.isUnreadable(nowNs)) {
                talk.status(
                        nowNs,
                        SensorState.SEARCHING,
                        "What arrives cannot be read any more. Looking for rate and protocol again.");
                return null;
            }
        }
    }
}
