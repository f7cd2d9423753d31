package org.soothe.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.Engine;
import org.soothe.engine.FinalAnalysis;
import org.soothe.engine.WindowResult;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.file.ExactReplay;
import org.soothe.recording.file.LogEntry;
import org.soothe.recording.file.MethodBuild;
import org.soothe.recording.file.RecordedSnapshot;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionInfo;
import org.soothe.recording.file.SessionLog;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.vault.KeyRing;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.EventQueue;
import org.soothe.testing.Waves;
import org.soothe.time.NanoClock;
import org.soothe.time.SessionClock;

/** A live session of real waves: the reports in its file are those of the beats that were found, by the method in force. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RecordingSinkTest {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final List<PhaseStart> PHASES = List.of(
            new PhaseStart(10 * NS_PER_S, Phase.BASELINE_FREE, BreathingMode.FREE),
            new PhaseStart(100 * NS_PER_S, Phase.COMPASSION_SELF, BreathingMode.FREE),
            new PhaseStart(200 * NS_PER_S, Phase.RECOVERY, BreathingMode.FREE));

    @TempDir
    Path folder;

    static Stream<Arguments> sensors() {
        List<Waveform> ecg = Waves.blocks(
                WaveformKind.ECG_MICROVOLT, 100, Waves.read("neurokit-resting/bio_resting_5min.ecg.diff16.gz", 1), 73);
        List<Waveform> pulse = Waves.blocks(
                WaveformKind.PULSE_COUNT, 100, Waves.read("neurokit-resting/bio_resting_5min.ppg.diff16.gz", 1), 50);
        return Stream.of(
                Arguments.of("an electrocardiogram", ecg, ResponseMethod.DRIFT),
                Arguments.of("an electrocardiogram", ecg, ResponseMethod.FILTER),
                Arguments.of("a pulse wave", pulse, ResponseMethod.DRIFT),
                Arguments.of("a strap with its electrocardiogram", strap(ecg), ResponseMethod.FILTER));
    }

    /** The intervals that lie in the wave, as a strap counts them, beside it. */
    private static List<Event> strap(List<Waveform> ecg) {
        BeatSeries beats = FinalAnalysis.beats(ecg);
        List<Event> events = new ArrayList<>();
        events.add(new SensorIdentity(0, "ble", "strap", "", BeatSource.STRAP, ""));
        int next = 0;
        for (Waveform block : ecg) {
            events.add(block);
            while (next < beats.size() && beats.timeNs(next) + NS_PER_S < block.timeNs()) {
                events.add(RrPacket.ofMs(block.timeNs(), Math.round(beats.rrMs(next++) * 1.024) / 1.024));
            }
        }
        return events;
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("sensors")
    void theReportsInTheFileAreThoseOfItsBeats(String name, List<? extends Event> sent, ResponseMethod method)
            throws Exception {
        Path path = folder.resolve("session.soothe");
        List<Event> events = record(path, sent, method);

        try (SessionFile file = SessionFile.open(path, KeyRing.none())) {
            ExactReplay.Verdict verdict = ExactReplay.of(file, "test");
            assertThat(verdict.first()).as(name).isNull();
            assertThat(verdict.reportCount()).isEqualTo(PHASES.size());
            List<Map<String, Object>> reports = reports(file);
            for (int i = 0; i < PHASES.size(); i++) {
                long fromNs = PHASES.get(i).timeNs();
                long toNs = i + 1 < PHASES.size()
                        ? PHASES.get(i + 1).timeNs()
                        : events.get(events.size() - 1).timeNs();
                WindowResult window = new FinalAnalysis().stretch(events, fromNs, toNs);
                double bpm = window.corrected().time().meanHeartRateBpm().orNaN();
                assertThat(bpm).isBetween(40.0, 120.0);
                assertThat(reports.get(i))
                        .containsEntry("measures.phase", PHASES.get(i).phase().name())
                        .containsEntry("measures.heartRateBpm", bpm)
                        .containsEntry(
                                "measures.grade", window.quality().grade().name());
            }
        }
    }

    /** Runs a live session over what a sensor sends; returns what the engine took. */
    private static List<Event> record(Path path, List<? extends Event> sent, ResponseMethod method) throws Exception {
        AtomicLong nowNs = new AtomicLong();
        SessionClock clock = new SessionClock(nowNs::get, Instant.EPOCH);
        nowNs.set(3600 * NS_PER_S);
        ScriptedSensor sensor = new ScriptedSensor();
        sent.forEach(sensor::put);
        long endNs = sent.get(sent.size() - 1).timeNs();
        sensor.put(new SensorStatus(endNs, SensorState.ENDED, "The wave is over."));
        SessionInfo info = new SessionInfo("test", MethodBuild.here(), method.name(), "", "", "", List.of());
        SessionRecorder recorder = SessionRecorder.start(path, info, null, NanoClock.system(), state -> {});
        KeepingSink kept = new KeepingSink();
        new LiveSession(new Engine(method), new EventQueue(sent.size() + 1), SessionAxis.of(clock))
                .sensor(sensor)
                .plan(PHASES)
                .sink(new RecordingSink(recorder), Delivery.EVERY_EVENT)
                .sink(kept, Delivery.EVERY_EVENT)
                .run();
        return kept.events();
    }

    private static List<Map<String, Object>> reports(SessionFile file) throws Exception {
        List<Map<String, Object>> reports = new ArrayList<>();
        try (SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Reported reported) {
                    RecordedSnapshot report = reported.report();
                    reports.add(present(report));
                }
            }
        }
        return reports;
    }

    private static Map<String, Object> present(RecordedSnapshot report) {
        Map<String, Object> present = new TreeMap<>();
        report.values().forEach((path, value) -> {
            if (value != null) {
                present.put(path, value);
            }
        });
        return present;
    }
}
