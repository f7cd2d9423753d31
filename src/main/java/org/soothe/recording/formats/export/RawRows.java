package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.List;
import org.soothe.beat.BeatSeries;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/** Brings together every interval as it arrived and its place in time, as the engine's beat clock found it. Stateless. */
final class RawRows {
    private RawRows() {}

    /**
     * Returns a row for each interval, in the order of arrival.
     *
     * @param source what the beats were found in, until a sensor says otherwise
     * @param events the session
     * @param beats the beats as placed
     * @param eventOfBeat the event each beat arrived in
     */
    static List<RawRow> of(BeatSource source, List<Event> events, BeatSeries beats, int[] eventOfBeat) {
        List<RawRow> rows = new ArrayList<>(beats.size());
        BeatSource now = source;
        int beat = 0;
        for (int e = 0; e < events.size(); e++) {
            Event event = events.get(e);
            int end = beat;
            while (end < beats.size() && eventOfBeat[end] == e) {
                end++;
            }
            if (event instanceof SensorIdentity identity) {
                now = identity.source();
            }
            if (event instanceof RrPacket packet) {
                packet(rows, e, packet, now, beats, beat, end);
            } else {
                for (int i = beat; i < end; i++) {
                    rows.add(new RawRow(
                            e,
                            event.timeNs(),
                            beats.receivedMs(i),
                            SensorContact.UNSUPPORTED,
                            Double.NaN,
                            source(event, now),
                            i));
                }
            }
            beat = end;
        }
        return rows;
    }

    private static BeatSource source(Event event, BeatSource now) {
        if (event instanceof Waveform wave) {
            return wave.kind() == WaveformKind.ECG_MICROVOLT ? BeatSource.ECG : BeatSource.PULSE;
        }
        return now;
    }

    /** The placed beats of a packet are some of its intervals, in the same order. */
    private static void packet(
            List<RawRow> rows, int e, RrPacket packet, BeatSource source, BeatSeries beats, int from, int to) {
        int beat = from;
        for (int i = 0; i < packet.rr().size(); i++) {
            double rrMs = packet.rr().ms(i);
            boolean placed = beat < to && beats.receivedMs(beat) == rrMs;
            rows.add(new RawRow(
                    e,
                    packet.timeNs(),
                    rrMs,
                    packet.contact(),
                    packet.heartRateBpm(),
                    source,
                    placed ? beat++ : RawRow.UNPLACED));
        }
    }
}
