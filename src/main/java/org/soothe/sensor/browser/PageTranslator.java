package org.soothe.sensor.browser;

import java.util.HashSet;
import java.util.Set;
import org.soothe.event.BatteryLevel;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.browser.PageMessage.Device;
import org.soothe.sensor.browser.PageMessage.Hello;
import org.soothe.sensor.browser.PageMessage.Link;
import org.soothe.sensor.browser.PageMessage.Malformed;
import org.soothe.sensor.browser.PageMessage.Packet;
import org.soothe.sensor.browser.PageMessage.Spoken;
import org.soothe.sensor.gatt.BodyLocation;
import org.soothe.sensor.gatt.HeartRateMeasurement;
import org.soothe.sensor.gatt.HeartRateNotification;

/**
 * Turns the messages of a page into events: numbers are checked, times mapped, states kept. Owned by the thread of the sensor;
 * only {@link #counters}, {@link #name} and {@link #address} may be called from others.
 */
final class PageTranslator {
    static final String KIND = "browser";

    private static final long SILENT_NS = 5_000_000_000L;

    /** More messages than a day of packets cannot be missing on a connection that keeps their order. */
    private static final long LARGEST_LEAP = 100_000;

    private static final String NO_SKIN =
            "The strap feels no skin. Moisten the electrodes, and see that the strap sits firmly.";
    private static final int MEASUREMENT = 0x2A37;
    private static final int LOCATION = 0x2A38;
    private static final int BATTERY = 0x2A19;

    private final PageMessageReader reader = new PageMessageReader();
    private final PageClock pageClock = new PageClock();
    private final Set<String> told = new HashSet<>();
    private volatile BrowserCounters counters = new BrowserCounters(0, 0, 0, 0, 0);
    private volatile String name = "strap of a page";
    private volatile String address = KIND + ":";
    private String browser = "";
    private BodyLocation location = BodyLocation.UNKNOWN;
    private SensorState state = SensorState.SEARCHING;
    private String reason = "";
    private long nextSeq = -1;
    private long lastNs;
    private long newestBeatNs;

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    BrowserCounters counters() {
        return counters;
    }

    /** Returns whether nothing more comes, because the page has given up. */
    boolean isOver() {
        return state.isFinal();
    }

    void begin(long nowNs, EventQueue queue) throws InterruptedException {
        String how = "Waiting for the page; open it in a browser that knows Web Bluetooth and choose the strap there.";
        status(nowNs, SensorState.SEARCHING, how, queue);
    }

    /** No message for a while: a strap whose intervals stop is told. */
    void quiet(long nowNs, EventQueue queue) throws InterruptedException {
        if (state == SensorState.STREAMING && nowNs - newestBeatNs >= SILENT_NS) {
            String why = "No intervals for " + SILENT_NS / 1_000_000_000L
                    + " s; check how the strap sits, and keep the page open and in front.";
            status(nowNs, SensorState.SILENT, why, queue);
        }
    }

    void pageGone(long arrivalNs, EventQueue queue) throws InterruptedException {
        nextSeq = -1;
        if (state != SensorState.LOST) {
            String why = "The connection to the page broke; open the page again and keep it open.";
            status(arrivalNs, SensorState.LOST, why, queue);
        }
    }

    void message(String text, long arrivalNs, EventQueue queue) throws InterruptedException {
        PageMessage message = reader.read(text);
        count(1, 0, 0, 0, 0);
        if (message instanceof Malformed malformed) {
            malformed(arrivalNs, "A message of the page is left out: " + malformed.reason() + '.', queue);
        } else if (message instanceof Spoken readable && isNext(readable, arrivalNs, queue)) {
            long sentNs = pageClock.toSessionNs(readable.pageNs(), arrivalNs);
            content(readable.content(), placed(Math.min(sentNs, arrivalNs)), arrivalNs, queue);
        }
        quiet(arrivalNs, queue);
    }

    /** Checks the number of a message; numbers that never came are a gap. */
    private boolean isNext(Spoken readable, long arrivalNs, EventQueue queue) throws InterruptedException {
        long seq = readable.seqCount();
        if (readable.content() instanceof Hello) {
            pageClock.reset();
        } else if (nextSeq >= 0 && seq < nextSeq) {
            count(0, 0, 1, 0, 0);
            return false;
        } else if (nextSeq >= 0 && seq - nextSeq > LARGEST_LEAP) {
            malformed(arrivalNs, "A message of the page is left out: its number is too far ahead.", queue);
            return false;
        } else if (nextSeq >= 0 && seq > nextSeq) {
            long missing = seq - nextSeq;
            count(0, 0, 0, missing, 0);
            if (state == SensorState.STREAMING) {
                status(arrivalNs, SensorState.SILENT, missing + " messages of the page did not arrive.", queue);
            }
        }
        nextSeq = seq + 1;
        return true;
    }

    private void content(PageMessage.Content content, long timeNs, long arrivalNs, EventQueue queue)
            throws InterruptedException {
        if (content instanceof Hello hello) {
            browser = hello.details();
            if (state != SensorState.SEARCHING) {
                status(timeNs, SensorState.SEARCHING, "The page began anew; choose the strap there.", queue);
            }
        } else if (content instanceof Device device) {
            name = device.name().isBlank() ? "strap without a name" : device.name();
            address = KIND + ':' + device.id();
            location = BodyLocation.UNKNOWN;
        } else if (content instanceof Link link) {
            link(link, timeNs, queue);
        } else if (content instanceof Packet packet) {
            packet(packet, timeNs, arrivalNs, queue);
        }
    }

    private void link(Link link, long timeNs, EventQueue queue) throws InterruptedException {
        String reason = link.reason().isBlank() ? "The page says no more." : link.reason();
        if (link.state() == SensorState.CONNECTED) {
            connected(timeNs, reason, queue);
        } else {
            status(timeNs, link.state(), reason, queue);
        }
    }

    private void connected(long timeNs, String reason, EventQueue queue) throws InterruptedException {
        status(timeNs, SensorState.CONNECTED, reason, queue);
        identity(timeNs, queue);
    }

    private void identity(long timeNs, EventQueue queue) throws InterruptedException {
        String place = location == BodyLocation.UNKNOWN ? "" : location.words() + (browser.isBlank() ? "" : "; ");
        put(new SensorIdentity(timeNs, KIND, name, address, location.source(), place + browser), queue);
    }

    private void packet(Packet packet, long timeNs, long arrivalNs, EventQueue queue) throws InterruptedException {
        byte[] bytes = packet.bytes();
        switch (packet.characteristic()) {
            case MEASUREMENT -> measurement(bytes, timeNs, arrivalNs, queue);
            case LOCATION -> {
                location = BodyLocation.decode(bytes);
                if (isConnected()) {
                    identity(timeNs, queue);
                }
            }
            case BATTERY -> {
                if (bytes.length == 1) {
                    put(new BatteryLevel(timeNs, Byte.toUnsignedInt(bytes[0])), queue);
                } else {
                    malformed(arrivalNs, "A battery level of the strap is left out: it has not one byte.", queue);
                }
            }
            default -> count(0, 0, 0, 0, 1);
        }
    }

    private void measurement(byte[] bytes, long timeNs, long arrivalNs, EventQueue queue) throws InterruptedException {
        HeartRateNotification notification = HeartRateMeasurement.decode(bytes);
        if (notification instanceof HeartRateNotification.Malformed wrong) {
            unreadable("A packet of the strap is left out: " + wrong.reason() + '.', timeNs, arrivalNs, queue);
        } else if (notification instanceof HeartRateMeasurement measurement) {
            if (!isConnected()) {
                connected(timeNs, "Packets of the strap arrive.", queue);
            }
            if (measurement.contact() == SensorContact.LOST) {
                if (state != SensorState.SILENT || !reason.equals(NO_SKIN)) {
                    status(timeNs, SensorState.SILENT, NO_SKIN, queue);
                }
            } else if (measurement.rr().size() > 0) {
                newestBeatNs = arrivalNs;
                if (state != SensorState.STREAMING) {
                    status(timeNs, SensorState.STREAMING, "Intervals arrive.", queue);
                }
            }
            put(measurement.toRrPacket(timeNs), queue);
            Integer energy = measurement.energyKiloJouleCount();
            if (energy != null) {
                put(new EnergyExpended(timeNs, energy), queue);
            }
        }
    }

    /** A dropped packet may have held an interval: the next one has no neighbour. */
    private void unreadable(String words, long timeNs, long arrivalNs, EventQueue queue) throws InterruptedException {
        if (state == SensorState.STREAMING) {
            count(0, 1, 0, 0, 0);
            told.add(words);
            status(timeNs, SensorState.SILENT, words, queue);
        } else {
            malformed(arrivalNs, words, queue);
        }
    }

    private boolean isConnected() {
        return state == SensorState.CONNECTED || state == SensorState.STREAMING || state == SensorState.SILENT;
    }

    /** Counts what cannot be read; each reason is told once, and the state stays. */
    private void malformed(long arrivalNs, String reason, EventQueue queue) throws InterruptedException {
        count(0, 1, 0, 0, 0);
        if (told.add(reason)) {
            put(new SensorStatus(placed(arrivalNs), state, reason), queue);
        }
    }

    private void status(long timeNs, SensorState newState, String newReason, EventQueue queue)
            throws InterruptedException {
        state = newState;
        reason = newReason;
        put(new SensorStatus(placed(timeNs), newState, newReason), queue);
    }

    /** Times never go back, whatever the page says. */
    private long placed(long timeNs) {
        return Math.max(lastNs, timeNs);
    }

    private void put(Event event, EventQueue queue) throws InterruptedException {
        Event next = event.timeNs() < lastNs ? event.at(lastNs) : event;
        lastNs = next.timeNs();
        queue.put(next);
    }

    private void count(int messages, int malformed, int repeated, long missing, int unknown) {
        BrowserCounters was = counters;
        counters = new BrowserCounters(
                was.messageCount() + messages,
                was.malformedCount() + malformed,
                was.repeatedCount() + repeated,
                was.missingCount() + missing,
                was.unknownCount() + unknown);
    }
}
