package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.RrPacket;

/** Nobody is told to look after a sensor that has only just begun. */
class ShownMeasuresTest {

    private final Engine engine = new Engine();
    private long timeNs;

    /** A heart of 60 a minute that breathes. */
    private Snapshot after(int beats) {
        for (int i = 0; i < beats; i++) {
            double rrMs = 1000 + 40 * Math.sin(i / 1.5);
            timeNs += Math.round(rrMs * 1e6);
            engine.update(RrPacket.ofMs(timeNs, rrMs));
        }
        return engine.snapshot();
    }

    private static String rmssd(Snapshot snapshot) {
        return ShownMeasures.text(snapshot, snapshot.hrv().rmssdMs(), 1, "ms");
    }

    @Test
    void theFirstMinuteSettles() {
        Snapshot snapshot = after(30);
        assertThat(ShownMeasures.signal(snapshot)).isEqualTo("settling; a minute of heartbeats shows how good it is");
        assertThat(ShownMeasures.shortSignal(snapshot)).isEqualTo("settling");
        assertThat(rmssd(snapshot)).isEqualTo("Comes after a minute of heartbeats.");
    }

    @Test
    void afterIt() {
        Snapshot snapshot = after(90);
        assertThat(ShownMeasures.signal(snapshot)).isEqualTo("good");
        assertThat(rmssd(snapshot)).endsWith(" ms");
    }

    @Test
    void halfAMinuteWithoutBeatsLaterOnIsCalledUneven() {
        after(90);
        timeNs += 30_000_000_000L;
        Snapshot snapshot = after(20);
        assertThat(ShownMeasures.signal(snapshot)).isEqualTo("uneven; check how the sensor sits");
        assertThat(ShownMeasures.shortSignal(snapshot)).isEqualTo("uneven");
        assertThat(rmssd(snapshot)).isEqualTo("The signal is too disturbed right now. Check how the sensor sits.");
    }
}
