package org.soothe.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.soothe.beat.BeatClock;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.SelfReport;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.RrRecording;
import org.soothe.report.UnitText;

/** What a file was taken for, before it is taken over: format, unit, clock, source, gaps, contents. Stateless. */
final class ImportPreview {
    private ImportPreview() {}

    static String text(RrRecording recording) {
        StringBuilder out = new StringBuilder();
        line(out, "file", recording.path().toString());
        lines(recording).forEach((name, text) -> line(out, name, text));
        recording.notes().forEach(note -> line(out, "note", note));
        return out.toString();
    }

    /** Returns what the file was taken for, line by line. */
    static Map<String, String> lines(RrRecording recording) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("taken for", recording.format());
        lines.put("unit", recording.unit());
        lines.put("clock", recording.timeColumn().words());
        if (recording.startedAt() != null) {
            lines.put("begun", recording.startedAt().toString());
        }
        lines.put(
                "beats from",
                recording.source().words() + ", so the variability is "
                        + recording.source().variability()
                        + (recording.source().variability().equals("UNKNOWN") ? " (say it with --source)" : ""));
        int gaps = 0;
        boolean broken = false;
        int phases = 0;
        int markers = 0;
        int ratings = 0;
        int unplaceable = 0;
        Map<WaveformKind, Long> samples = new EnumMap<>(WaveformKind.class);
        for (Event event : recording.events()) {
            boolean breaks =
                    event instanceof SensorStatus status && !status.state().keepsSegment();
            gaps += breaks && !broken ? 1 : 0;
            broken = breaks || (broken && !(event instanceof RrPacket));
            phases += event instanceof PhaseStart ? 1 : 0;
            markers += event instanceof Marker ? 1 : 0;
            ratings += event instanceof SelfReport ? 1 : 0;
            if (event instanceof RrPacket packet) {
                unplaceable += unplaceable(packet);
            }
            if (event instanceof Waveform wave) {
                samples.merge(wave.kind(), (long) wave.samples().size(), Long::sum);
            }
        }
        StringBuilder holds = new StringBuilder();
        holds.append(recording.size())
                .append(recording.size() == 1 ? " interval, " : " intervals, ")
                .append(UnitText.clock(recording.endNs()));
        if (unplaceable > 0) {
            holds.append(" (").append(unplaceable).append(" of them longer than a minute, which no beat is placed by)");
        }
        samples.forEach((kind, count) -> holds.append(", ")
                .append(count)
                .append(" samples of ")
                .append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        holds.append(counted(phases, "phase"))
                .append(counted(markers, "marker"))
                .append(counted(ratings, "rating"));
        lines.put("holds", holds.toString());
        lines.put("gaps", gaps == 0 ? "none" : Integer.toString(gaps));
        return lines;
    }

    private static int unplaceable(RrPacket packet) {
        int count = 0;
        for (int i = 0; i < packet.rr().size(); i++) {
            count += packet.rr().ms(i) > BeatClock.LONGEST_COUNTABLE_MS ? 1 : 0;
        }
        return count;
    }

    private static String counted(int count, String word) {
        return count == 0 ? "" : ", " + count + ' ' + word + (count == 1 ? "" : "s");
    }

    private static void line(StringBuilder out, String name, String text) {
        out.append(UnitText.left(name, 12)).append(text).append('\n');
    }
}
