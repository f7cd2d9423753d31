package org.soothe.recording.formats.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.Samples;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.report.MethodCard;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;

/** Simulated sessions with everything an export may have to hold. */
public final class Sessions {
    /** The wall-clock label of their start. */
    public static final Instant STARTED_AT = Instant.parse("2026-11-25T14:03:00Z");

    private static final long S = 1_000_000_000L;

    private Sessions() {}

    /** Returns rest, paced exercise and recovery with lost packets, movement, notes, ratings and a gap. */
    public static List<Event> events(long seed) {
        SimulatedScript script = SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED)
                .with(AddOn.PACKET_LOSS)
                .with(AddOn.MOVEMENT)
                .withReferenceMode(BreathingMode.FREE)
                .lasting(190, 190, 60);
        List<Event> events = new ArrayList<>(SimulatedSession.events(World.STANDARD, script, seed));
        events.add(new SensorIdentity(
                0, "simulated", "Polar H10 \"test\"", "00:11:22:33:44:55", BeatSource.STRAP, "chest"));
        events.add(new Marker(100 * S + 123_456_789, MarkerKind.NOTE, "asked, \"are you well?\"\nyes"));
        events.add(new SensorStatus(150 * S, SensorState.LOST, "out of reach"));
        events.add(new TimePassed(155 * S));
        events.add(new SelfReport(400 * S, SelfReportItem.SAFE, 8));
        events.add(new SelfReport(401 * S, SelfReportItem.DISTRESS, 0));
        events.sort(Comparator.comparingLong(Event::timeNs));
        return events;
    }

    /** Returns the same with an electrocardiogram and one axis of acceleration. */
    public static List<Event> withWaves(long seed) {
        List<Event> events = new ArrayList<>(events(seed));
        for (int block = 0; block < 60; block++) {
            int[] ecg = new int[73];
            int[] acc = new int[20];
            for (int i = 0; i < ecg.length; i++) {
                ecg[i] = (block * 73 + i) % 110 == 7 ? 1400 : (i * 37 + block) % 90 - 45;
            }
            for (int i = 0; i < acc.length; i++) {
                acc[i] = 980 + (block + i) % 17;
            }
            long firstNs = 20 * S + Math.round(block * 73 * 1e9 / 130);
            events.add(new Waveform(firstNs + S, firstNs, WaveformKind.ECG_MICROVOLT, 130, Samples.of(ecg)));
            events.add(new Waveform(
                    firstNs + S,
                    20 * S + Math.round(block * 20 * 1e9 / 50),
                    WaveformKind.ACCELERATION_Z_MILLI_G,
                    50,
                    Samples.of(acc)));
        }
        events.sort(Comparator.comparingLong(Event::timeNs));
        return events;
    }

    /** Returns events as a session to be exported. */
    public static ExportSession of(List<Event> events) {
        return new ExportSession(
                "P07",
                STARTED_AT,
                BeatSource.STRAP,
                events,
                ResponseMethod.standard(),
                List.of("A simulated person."),
                "0-test",
                method());
    }

    /** The whole card, as a real export carries it, and two lines that tests look for. */
    private static List<MethodLine> method() {
        List<MethodLine> lines = new ArrayList<>(List.of(
                new MethodLine("artifacts", "detection", "time-varying thresholds of 5.2 quartile deviations"),
                new MethodLine("spectrum", "detrending", "smoothness priors, \u03bb 500")));
        for (MethodCard.Section section : MethodCard.ofExport("0-test", "whole", ResponseMethod.standard())
                .sections()) {
            section.entries().stream()
                    .filter(entry -> !entry.name().equals("detrending"))
                    .forEach(entry -> lines.add(new MethodLine(section.name(), entry.name(), entry.text())));
        }
        return lines;
    }
}
