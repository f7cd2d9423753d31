package org.soothe.recording.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.PhaseReports;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.Samples;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.vault.SealedKey;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;
import org.soothe.time.NanoClock;

/** Sessions made for tests, with every kind of event in them, and their files. */
final class Made {
    static final long SECOND_NS = 1_000_000_000L;

    private Made() {}

    /** A simulated threat response with paced breathing, and one of every other event. */
    static List<Event> events(long seed) {
        SimulatedScript script =
                SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED).lasting(240, 240, 120);
        List<Event> events = new ArrayList<>(SimulatedSession.events(World.STANDARD, script, seed));
        events.addAll(others(seed));
        events.sort(Comparator.comparingLong(Event::timeNs));
        return events;
    }

    private static List<Event> others(long seed) {
        List<Event> events = new ArrayList<>(List.of(
                new SensorIdentity(
                        1, "ble", "Strap H10 \u00e4\u4e2d", "00:11:22:33:44:55", BeatSource.STRAP, "maker, 1.2"),
                new TimePassed(599 * SECOND_NS),
                new SensorStatus(2, SensorState.STREAMING, "Intervals arrive."),
                new BatteryLevel(3 * SECOND_NS, 88),
                new EnergyExpended(4 * SECOND_NS, 4711),
                new Marker(100 * SECOND_NS, MarkerKind.NOTE, "a note, \"quoted\""),
                new SelfReport(101 * SECOND_NS, SelfReportItem.SAFE, 7),
                new SelfReport(500 * SECOND_NS, SelfReportItem.SAFE, 4),
                new SelfReport(501 * SECOND_NS, SelfReportItem.DISTRESS, 8),
                new PacerSetting(30 * SECOND_NS, PacerMode.RAMP, 5.5, 12.25, 0.45, 300, 100.5),
                new RrPacket(520 * SECOND_NS, SensorContact.PRESENT, 61.5, RrIntervals.ofMs(812.25, -0.0, Double.NaN)),
                new RrPacket(521 * SECOND_NS, SensorContact.LOST, Double.NaN, RrIntervals.none()),
                new RrPacket(522 * SECOND_NS, SensorContact.PRESENT, 60, RrIntervals.ofTicks1024(0, 65535))));
        SplittableRandom random = new SplittableRandom(seed);
        for (long timeNs = 5 * SECOND_NS; timeNs < 60 * SECOND_NS; timeNs += SECOND_NS / 2) {
            events.add(wave(random, timeNs, WaveformKind.ECG_MICROVOLT, 130, 65, 4000));
            events.add(wave(random, timeNs, WaveformKind.ACCELERATION_X_MILLI_G, 200, 100, 30));
        }
        events.add(new Waveform(
                60 * SECOND_NS,
                59 * SECOND_NS,
                WaveformKind.PULSE_COUNT,
                0.1,
                Samples.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1)));
        events.add(new Waveform(60 * SECOND_NS, 59 * SECOND_NS, WaveformKind.PULSE_COUNT, 50, Samples.of()));
        return events;
    }

    private static Waveform wave(
            SplittableRandom random, long timeNs, WaveformKind kind, double rate, int n, int size) {
        int[] samples = random.ints(n, -size, size).toArray();
        return new Waveform(timeNs, timeNs - SECOND_NS / 2, kind, rate, Samples.of(samples));
    }

    /** The first part of a session. */
    static List<Event> until(List<Event> events, int second) {
        return events.stream()
                .filter(event -> event.timeNs() < second * SECOND_NS)
                .toList();
    }

    static SessionInfo info() {
        return new SessionInfo(
                "test",
                MethodBuild.here(),
                ResponseMethod.standard().name(),
                "2026-01-02T03:04:05Z",
                "P-17",
                "protocol",
                List.of(new SessionInfo.CardLine("beats", "times", "sums")));
    }

    /** Records events as a session loop would, and ends the file well. */
    static Path record(Path file, List<Event> events, @Nullable SealedKey key) throws IOException {
        return record(file, events, key, NanoClock.system());
    }

    /** Records in blocks of a few events each. */
    static Path recordInSmallBlocks(Path file, List<Event> events, @Nullable SealedKey key) throws IOException {
        long[] nowNs = {0};
        return record(file, events, key, () -> nowNs[0] += SECOND_NS / 10);
    }

    private static Path record(Path file, List<Event> events, @Nullable SealedKey key, NanoClock clock)
            throws IOException {
        SessionRecorder recorder = SessionRecorder.start(file, info(), key, clock, state -> {});
        feed(recorder, events);
        recorder.end("over", reports(events));
        return file;
    }

    static void feed(SessionRecorder recorder, List<Event> events) {
        Engine engine = new Engine();
        for (Event event : events) {
            engine.update(event);
            recorder.taken(event, engine.snapshot());
        }
    }

    static List<PhaseReport> reports(List<Event> events) {
        return PhaseReports.of(events);
    }
}
