package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.WaveformKind;
import org.soothe.response.ResponseMethod;
import org.soothe.testing.SyntheticEcg;
import org.soothe.testing.SyntheticPulse;
import org.soothe.testing.Waves;

class EngineAllocationTest {

    /**
     * An hour has 720 ticks and no object is smaller than 16 bytes. Interpreted ({@code -Xint}) the beats allocate 0 bytes;
     * compilers of some JVMs add up to 3 kB an hour of their own.
     */
    private static final long SMALLEST_OBJECT_PER_TICK_BYTES = 720 * 16;

    private static final int STRETCHES = 6;

    @ParameterizedTest(name = "response read by {0}")
    @EnumSource(ResponseMethod.class)
    void anHourOfBeatsWithArtifactsGapsAndAPacerAllocatesNothing(ResponseMethod method) {
        List<Event> events = threeHours();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Engine engine = new Engine(method);
        engine.update(PacerSetting.steady(0, 6, 0.45));
        int warm = events.size() * 2 / 3;
        for (int i = 0; i < warm; i++) {
            engine.update(events.get(i));
        }
        // Compilers of some JVMs allocate on this thread while they are at work; the engine would in every stretch.
        long[] beatBytes = new long[STRETCHES];
        long phaseBytes = 0;
        for (int i = warm; i < events.size(); i++) {
            Event event = events.get(i);
            long before = threads.getCurrentThreadAllocatedBytes();
            engine.update(event);
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            if (event instanceof PhaseStart) {
                phaseBytes += bytes;
            } else {
                beatBytes[(int) ((long) (i - warm) * STRETCHES / (events.size() - warm))] += bytes;
            }
        }
        assertThat(Arrays.stream(beatBytes).min().orElseThrow())
                .as("beats and ticks of the quietest ten minutes of %s", Arrays.toString(beatBytes))
                .isLessThan(SMALLEST_OBJECT_PER_TICK_BYTES / STRETCHES);
        assertThat(phaseBytes).as("twelve phase starts").isLessThan(SMALLEST_OBJECT_PER_TICK_BYTES);
    }

    @Test
    void wavesOfAllKindsAllocateNothing() {
        double[] beatsS = SyntheticEcg.beatsS(1800, 3);
        List<Event> events = new ArrayList<>();
        int[] ecg = SyntheticEcg.around(beatsS, 1800, 130, 10, 3);
        int[] pulse = SyntheticPulse.around(beatsS, 1800, 100, 2, 3);
        events.addAll(Waves.blocks(WaveformKind.ECG_MICROVOLT, 130, ecg, 73));
        events.addAll(Waves.blocks(WaveformKind.PULSE_COUNT, 100, pulse, 10));
        for (WaveformKind axis : new WaveformKind[] {
            WaveformKind.ACCELERATION_X_MILLI_G,
            WaveformKind.ACCELERATION_Y_MILLI_G,
            WaveformKind.ACCELERATION_Z_MILLI_G
        }) {
            events.addAll(Waves.blocks(axis, 50, SyntheticPulse.around(beatsS, 1800, 50, 2, 3), 36));
        }
        for (int i = 1; i < beatsS.length; i++) {
            if (beatsS[i] % 600 < 300) {
                double rrMs = 1000 * (beatsS[i] - beatsS[i - 1]);
                events.add(RrPacket.ofMs(Math.round((beatsS[i] + 0.3) * 1e9), rrMs));
            }
        }
        events.sort((a, b) -> Long.compare(a.timeNs(), b.timeNs()));
        events.removeIf(event -> event.timeNs() % 100_000_000_000L < 2_000_000_000L);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Engine engine = new Engine();
        int warm = events.size() * 2 / 3;
        for (int i = 0; i < warm; i++) {
            engine.update(events.get(i));
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = warm; i < events.size(); i++) {
            engine.update(events.get(i));
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        Counters counters = engine.snapshot().counters();
        assertThat(counters.refinedCount()).isGreaterThan(500);
        assertThat(counters.waveBeatCount()).isGreaterThan(500);
        assertThat(counters.blockGapCount()).isGreaterThan(50);
        assertThat(bytes).as("ten minutes of waves").isLessThan(SMALLEST_OBJECT_PER_TICK_BYTES);
    }

    private static List<Event> threeHours() {
        SplittableRandom random = new SplittableRandom(3);
        List<Event> events = new ArrayList<>();
        double timeS = 0;
        while (timeS < 3 * 3600) {
            double rrMs = 850 + 40 * Math.sin(2 * Math.PI * timeS / 10) + random.nextDouble(-8, 8);
            switch (random.nextInt(100)) {
                case 0 -> rrMs *= 2;
                case 1 -> rrMs *= 0.6;
                case 2 -> timeS += random.nextDouble() < 0.2 ? 100 : 3;
                default -> {}
            }
            timeS += rrMs / 1000;
            events.add(RrPacket.ofMs(Math.round((timeS + random.nextDouble(0.2)) * 1e9), rrMs));
        }
        for (long s = 0; s < 3 * 3600; s += 300) {
            boolean rest = s / 300 % 2 == 0;
            events.add(new PhaseStart(
                    s * 1_000_000_000L, rest ? Phase.BASELINE_PACED : Phase.COMPASSION_SELF, BreathingMode.PACED));
        }
        events.sort((a, b) -> Long.compare(a.timeNs(), b.timeNs()));
        return events;
    }
}
