package org.soothe.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/** Knows which events bring beats: packets of intervals, and blocks of a wave in which beats were found. Not thread-safe. */
final class NewBeats {
    private long waveBeatCount;

    /** Returns the snapshot after an event that brought beats; null after any other. */
    @Nullable
    Snapshot in(Event event, Supplier<Snapshot> now) {
        if (event instanceof RrPacket) {
            return now.get();
        }
        if (!(event instanceof Waveform wave) || !mayHoldBeats(wave.kind())) {
            return null;
        }
        Snapshot snapshot = now.get();
        long before = waveBeatCount;
        waveBeatCount = snapshot.counters().waveBeatCount();
        return waveBeatCount > before ? snapshot : null;
    }

    private static boolean mayHoldBeats(WaveformKind kind) {
        return kind == WaveformKind.ECG_MICROVOLT || kind == WaveformKind.PULSE_COUNT;
    }
}
