package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.QualityGrade;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.Samples;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/** Whatever a sensor sends, the engine goes on, and reads a good signal again soon after. */
class EngineRobustnessTest {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final int EVENTS_A_SEED = 2_500_000;
    private static final double[] ODD_VALUES = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0,
        -0.0,
        -800,
        1e300,
        -1e300,
        Double.MIN_VALUE,
        65_535
    };

    @ParameterizedTest(name = "2,500,000 random events of seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void randomEventsNeverThrowAndAGoodSignalIsReadWithin90SecondsOfThem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Engine engine = new Engine();
        long timeNs = 0;
        long heldEarlyBytes = 0;
        for (int i = 0; i < EVENTS_A_SEED; i++) {
            if (i == EVENTS_A_SEED / 10) {
                heldEarlyBytes = heldBytes();
            }
            timeNs = nextTimeNs(random, timeNs);
            engine.update(randomEvent(random, oddTimeNs(random, timeNs)));
            if (i % 1000 == 0) {
                assertThat(engine.snapshot()).isNotNull();
            }
        }
        assertThat(heldBytes() - heldEarlyBytes)
                .as("growth over 2,250,000 events")
                .isLessThan(1_000_000);
        assertReadsAGoodSignalWithin90Seconds(engine, timeNs + SECOND_NS, seed);
    }

    private static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest(name = "good signal at {0} s after a wild first time")
    @ValueSource(longs = {-4_000_000_000L, -7200, 0, 7200, 3_999_999_999L})
    void aGoodSignalIsReadWhereverTheAxisWasBefore(long firstSecond) {
        Engine engine = new Engine();
        engine.update(RrPacket.ofMs(firstSecond * SECOND_NS, 800));
        assertReadsAGoodSignalWithin90Seconds(engine, 0, firstSecond);
    }

    private static void assertReadsAGoodSignalWithin90Seconds(Engine engine, long fromNs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long beatNs = fromNs;
        while (beatNs < fromNs + 90 * SECOND_NS) {
            double phase = 2 * Math.PI * 0.25 * (beatNs - fromNs) / SECOND_NS;
            double rrMs = 850 + 40 * Math.sin(phase) + random.nextDouble(-5, 5);
            beatNs += Math.round(rrMs * 1e6);
            engine.update(RrPacket.ofMs(beatNs, rrMs));
        }
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.quality().grade()).isEqualTo(QualityGrade.GOOD);
        assertThat(snapshot.hrv().heartRateBpm().orNaN()).isBetween(68.0, 73.0);
        assertThat(snapshot.hrv().rmssdMs().orNaN()).isBetween(25.0, 45.0);
    }

    private static long nextTimeNs(SplittableRandom random, long timeNs) {
        return switch (random.nextInt(1000)) {
            case 0 -> timeNs + random.nextLong(1800 * SECOND_NS);
            case 1, 2, 3, 4, 5 -> timeNs + random.nextLong(20 * SECOND_NS);
            default -> timeNs + random.nextLong(random.nextBoolean() ? SECOND_NS : 1_000_000L);
        };
    }

    private static long oddTimeNs(SplittableRandom random, long timeNs) {
        return switch (random.nextInt(100)) {
            case 0 -> random.nextLong();
            case 1 -> timeNs - random.nextLong(100 * SECOND_NS);
            case 2 -> timeNs + random.nextLong(100_000 * SECOND_NS);
            case 3 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
            default -> timeNs;
        };
    }

    private static Event randomEvent(SplittableRandom random, long timeNs) {
        return switch (random.nextInt(40)) {
            case 0 -> new SensorStatus(timeNs, pick(random, SensorState.values()), "");
            case 1 -> new Marker(timeNs, pick(random, MarkerKind.values()), "");
            case 2 -> new PhaseStart(timeNs, pick(random, Phase.values()), pick(random, BreathingMode.values()));
            case 3 ->
                new PacerSetting(
                        timeNs,
                        pick(random, PacerMode.values()),
                        randomNumber(random, 12),
                        randomNumber(random, 15),
                        randomNumber(random, 1),
                        randomNumber(random, 1500),
                        randomNumber(random, 1500));
            case 4 ->
                new Waveform(
                        timeNs,
                        oddTimeNs(random, timeNs),
                        pick(random, WaveformKind.values()),
                        random.nextBoolean() ? 130 : randomNumber(random, 500),
                        Samples.of(random.ints(random.nextInt(random.nextInt(20) == 0 ? 500 : 20))
                                .toArray()));
            default ->
                new RrPacket(timeNs, pick(random, SensorContact.values()), randomNumber(random, 200), randomRr(random));
        };
    }

    private static RrIntervals randomRr(SplittableRandom random) {
        double[] rr = new double[random.nextInt(random.nextInt(100) == 0 ? 200 : 4)];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = randomNumber(random, random.nextBoolean() ? 2500 : 1200);
        }
        return RrIntervals.ofMs(rr);
    }

    private static double randomNumber(SplittableRandom random, double upTo) {
        return random.nextInt(20) == 0 ? ODD_VALUES[random.nextInt(ODD_VALUES.length)] : random.nextDouble() * upTo;
    }

    private static <T> T pick(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
