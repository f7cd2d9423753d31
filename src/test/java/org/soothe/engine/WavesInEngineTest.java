package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.soothe.artifact.QualityGrade;
import org.soothe.beat.BeatSeries;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.Samples;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.testing.SyntheticEcg;
import org.soothe.testing.SyntheticPulse;
import org.soothe.testing.Waves;

/** Waves in the engine: an ECG and a pulse wave make beats, an ECG beside a strap refines them. */
class WavesInEngineTest {

    private static final double LENGTH_S = 180;
    private static final double ECG_HZ = 250;
    private static final double[] BEATS_S = SyntheticEcg.beatsS(LENGTH_S, 5);
    private static final int[] ECG = SyntheticEcg.around(BEATS_S, LENGTH_S, ECG_HZ, 5, 5);
    private static final List<Waveform> ECG_BLOCKS = Waves.blocks(WaveformKind.ECG_MICROVOLT, ECG_HZ, ECG, 125);

    private static double rmssdOfTheLastMinuteMs() {
        double[] rrMs = new double[BEATS_S.length - 1];
        for (int i = 0; i < rrMs.length; i++) {
            rrMs[i] = 1000 * (BEATS_S[i + 1] - BEATS_S[i]);
        }
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < rrMs.length; i++) {
            if (BEATS_S[i] > LENGTH_S - 64) {
                sum += (rrMs[i] - rrMs[i - 1]) * (rrMs[i] - rrMs[i - 1]);
                pairs++;
            }
        }
        return Math.sqrt(sum / pairs);
    }

    private static Engine run(List<? extends Event> events) {
        Engine engine = new Engine();
        events.forEach(engine::update);
        return engine;
    }

    /** A strap that sends each interval in ticks, a little after its beat. */
    private static List<Event> strap() {
        SplittableRandom random = new SplittableRandom(6);
        List<Event> events = new ArrayList<>();
        for (int i = 1; i < BEATS_S.length; i++) {
            int ticks = (int) Math.round(1024 * (BEATS_S[i] - BEATS_S[i - 1]));
            long arrivalNs = Math.round((BEATS_S[i] + 0.2 + random.nextDouble(0.1)) * 1e9);
            events.add(new RrPacket(arrivalNs, SensorContact.UNSUPPORTED, 70, RrIntervals.ofTicks1024(ticks)));
        }
        return events;
    }

    private static List<Event> together(List<? extends Event> some, List<? extends Event> others) {
        List<Event> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingLong(Event::timeNs));
        return all;
    }

    @Test
    void anEcgAloneMakesBeatsAndItsVariabilityIsHrv() {
        Snapshot snapshot = run(ECG_BLOCKS).snapshot();

        assertThat(snapshot.signal().source()).isEqualTo(BeatSource.ECG);
        assertThat(snapshot.signal().notes()).isEmpty();
        assertThat(snapshot.quality().grade()).isEqualTo(QualityGrade.GOOD);
        assertThat(snapshot.hrv().rmssdMs().orNaN()).isCloseTo(rmssdOfTheLastMinuteMs(), within(1.5));
        assertThat(snapshot.counters().waveBeatCount()).isBetween(BEATS_S.length - 4L, (long) BEATS_S.length);
    }

    @Test
    void aPulseWaveMakesBeatsAndItsVariabilityIsPrv() {
        int[] pulse = SyntheticPulse.around(BEATS_S, LENGTH_S, 200, 1, 5);
        Snapshot snapshot =
                run(Waves.blocks(WaveformKind.PULSE_COUNT, 200, pulse, 20)).snapshot();

        assertThat(snapshot.signal().source()).isEqualTo(BeatSource.PULSE);
        assertThat(snapshot.signal().source().variability()).isEqualTo("PRV");
        assertThat(snapshot.signal().pulseGoodRatio().orNaN()).isGreaterThan(0.95);
        assertThat(snapshot.quality().grade()).isEqualTo(QualityGrade.GOOD);
        assertThat(snapshot.hrv().rmssdMs().orNaN()).isCloseTo(rmssdOfTheLastMinuteMs(), within(2.5));
    }

    @Test
    void aPulseWaveWhoseFormIsDisturbedIsNotReadEvenIfItsBeatsAreEven() {
        int[] pulse = SyntheticPulse.around(BEATS_S, LENGTH_S, 200, 1, 5);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 120 * 200; i < pulse.length; i++) {
            pulse[i] +=
                    (int) (60 * StrictMath.sin(i / 200.0 * 2 * Math.PI * 3.3) * (random.nextInt(400) < 200 ? 1 : 0.6));
        }
        Snapshot snapshot =
                run(Waves.blocks(WaveformKind.PULSE_COUNT, 200, pulse, 20)).snapshot();

        assertThat(snapshot.signal().pulseGoodRatio().orNaN()).isLessThan(0.9);
        assertThat(snapshot.signal().notes()).contains(SignalNote.PULSE_DISTURBED);
        assertThat(snapshot.quality().grade()).isEqualTo(QualityGrade.BAD);
        assertThat(snapshot.hrv().rmssdMs().isAvailable()).isFalse();
    }

    @Test
    void besideAStrapTheEcgRefinesAndTheRawTicksAreKept() {
        List<Event> events = together(strap(), ECG_BLOCKS);
        Snapshot snapshot = run(events).snapshot();
        BeatSeries beats = FinalAnalysis.beats(events);

        assertThat(snapshot.counters().waveBeatCount()).isZero();
        assertThat(snapshot.counters().refinedCount()).isGreaterThan((long) (0.8 * BEATS_S.length));
        assertThat(beats.size()).isEqualTo(BEATS_S.length - 1);
        double received = 0;
        double refined = 0;
        for (int i = 0; i < beats.size(); i++) {
            double trueMs = 1000 * (BEATS_S[i + 1] - BEATS_S[i]);
            double ticks = beats.receivedMs(i) * 1024 / 1000;
            assertThat(ticks).isEqualTo(Math.rint(ticks));
            received += Math.pow(beats.receivedMs(i) - trueMs, 2);
            refined += Math.pow(beats.rrMs(i) - trueMs, 2);
        }
        assertThat(refined).as("squared error, refined").isLessThan(received);
    }

    @Test
    void whenAStrapFallsSilentItsEcgGoesOnAndANewStrapTakesOver() {
        List<Event> strap = strap();
        strap.removeIf(event -> event.timeNs() > 60e9 && event.timeNs() < 120e9);
        strap.add(0, new SensorIdentity(0, "ble", "Strap", "00", BeatSource.STRAP, ""));
        List<Event> events = together(strap, ECG_BLOCKS);
        Engine engine = new Engine();
        List<BeatSource> sources = new ArrayList<>();
        for (Event event : events) {
            engine.update(event);
            BeatSource now = engine.snapshot().signal().source();
            if (sources.isEmpty() || sources.get(sources.size() - 1) != now) {
                sources.add(now);
            }
        }

        assertThat(sources).containsExactly(BeatSource.STRAP, BeatSource.ECG, BeatSource.STRAP);
        assertThat(engine.snapshot().counters().beatCount()).isGreaterThan(BEATS_S.length - 20L);
        BeatSeries beats = FinalAnalysis.beats(events);
        for (int i = 1; i < beats.size(); i++) {
            assertThat(beats.timeNs(i)).isGreaterThan(beats.timeNs(i - 1));
        }
    }

    @Test
    void theSameWavesGiveTheSameSnapshots() {
        List<Event> events = together(strap(), ECG_BLOCKS);

        assertThat(run(events).snapshot().hrv())
                .isEqualTo(run(events).snapshot().hrv());
        assertThat(run(events).snapshot().counters())
                .isEqualTo(run(events).snapshot().counters());
    }

    @Test
    void blocksThatCannotBeUsedAreCountedAndSaid() {
        List<Event> events = new ArrayList<>();
        for (Waveform block : ECG_BLOCKS.subList(0, 100)) {
            events.add(block);
            events.add(block);
            events.add(new Waveform(block.timeNs(), block.firstSampleNs(), block.kind(), 40, block.samples()));
        }
        events.addAll(ECG_BLOCKS.subList(110, 200));
        Snapshot snapshot = run(events).snapshot();

        assertThat(snapshot.counters().blockCount()).isEqualTo(390);
        assertThat(snapshot.counters().misplacedBlockCount()).isEqualTo(100);
        assertThat(snapshot.counters().unsuitedBlockCount()).isEqualTo(100);
        assertThat(snapshot.counters().blockGapCount()).isEqualTo(1);
        assertThat(snapshot.signal().notes())
                .containsExactlyInAnyOrder(
                        SignalNote.BLOCKS_MISPLACED, SignalNote.RATE_UNSUITED, SignalNote.SAMPLES_MISSING);
    }

    @Test
    void aFloodOfSamplesInOneBlockIsTaken() {
        int[] flood = new int[2_000_000];
        Arrays.setAll(flood, i -> ECG[i % ECG.length]);
        Engine engine = new Engine();

        engine.update(new Waveform(8_000_000_000_000L, 0, WaveformKind.ECG_MICROVOLT, ECG_HZ, Samples.of(flood)));

        assertThat(engine.snapshot().counters().waveBeatCount()).isGreaterThan(8000);
    }
}
