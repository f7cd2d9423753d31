package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.soothe.engine.Sessions.SECOND_NS;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.soothe.breathing.RespirationSource;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.WaveformKind;
import org.soothe.response.ResponseNote;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.testing.Waves;

/** Movement and depth of breathing from the acceleration of the chest, through the whole engine. */
class ChestInEngineTest {

    private static final double RATE_HZ = 25;
    private static final long MARKER_NS = 300 * SECOND_NS;
    private static final int LENGTH_S = 600;

    /** A calm paced person whose chest tilts by so many milli-g with each breath, before and after the marker. */
    private static List<Event> session(double beforeMilliG, double afterMilliG, double shakenAtS) {
        SplittableRandom random = new SplittableRandom(8);
        WaveformKind[] kinds = {
            WaveformKind.ACCELERATION_X_MILLI_G,
            WaveformKind.ACCELERATION_Y_MILLI_G,
            WaveformKind.ACCELERATION_Z_MILLI_G
        };
        double[] share = {0.2, 0.4, 1};
        List<Event> added = new ArrayList<>();
        for (int a = 0; a < kinds.length; a++) {
            int[] samples = new int[(int) (LENGTH_S * RATE_HZ)];
            for (int i = 0; i < samples.length; i++) {
                double timeS = i / RATE_HZ;
                double tilt = timeS < MARKER_NS / SECOND_NS ? beforeMilliG : afterMilliG;
                double shaken = Math.abs(timeS - shakenAtS) < 1 ? 400 * random.nextGaussian() : 0;
                samples[i] = (int) Math.round(500
                        + share[a] * tilt / 2 * StrictMath.sin(2 * Math.PI * SimulatedScript.PACE_PER_MIN / 60 * timeS)
                        + shaken
                        + 3 * random.nextGaussian());
            }
            added.addAll(Waves.blocks(kinds[a], RATE_HZ, samples, 25));
        }
        return Sessions.events(
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.PACED), 5, added.toArray(new Event[0]));
    }

    private static List<Snapshot> ticks(List<Event> events) {
        List<Snapshot> ticks = new ArrayList<>();
        Sessions.run(events, ticks::add);
        return ticks;
    }

    private static List<Snapshot> readings(List<Snapshot> ticks) {
        return ticks.stream()
                .filter(tick ->
                        tick.response() instanceof ResponseSignal.Reading && tick.tickNs() < LENGTH_S * SECOND_NS)
                .toList();
    }

    private static boolean depthNoted(Snapshot tick) {
        return tick.response() instanceof ResponseSignal.Reading reading
                && reading.notes().contains(ResponseNote.DEPTH_CHANGED);
    }

    @Test
    void theChestShowsTheBreath() {
        Snapshot last = readings(ticks(session(40, 40, -9))).get(0);

        assertThat(last.signal().respiration()).isEqualTo(RespirationSource.CHEST_ACCELERATION);
        assertThat(last.signal().channelRatePerMin().orNaN()).isCloseTo(SimulatedScript.PACE_PER_MIN, within(0.2));
        assertThat(last.signal().moving()).isFalse();
    }

    @Test
    void breathsOfTheSameDepthAreNotNotedAndDeeperOrShallowerOnesAre() {
        List<Snapshot> same = readings(ticks(session(40, 44, -9)));
        List<Snapshot> deeper = readings(ticks(session(40, 60, -9)));
        List<Snapshot> shallower = readings(ticks(session(40, 22, -9)));

        assertThat(same).hasSizeGreaterThan(20).noneMatch(ChestInEngineTest::depthNoted);
        assertThat(deeper).hasSizeGreaterThan(20);
        assertThat(deeper.subList(12, deeper.size())).allMatch(ChestInEngineTest::depthNoted);
        assertThat(shallower.subList(12, shallower.size())).allMatch(ChestInEngineTest::depthNoted);
    }

    @Test
    void movementMakesTheResponseUnreadableForAMinute() {
        List<Snapshot> ticks = ticks(session(40, 40, 420));

        for (Snapshot tick : ticks) {
            double timeS = (double) tick.tickNs() / SECOND_NS;
            if (timeS > 380 && timeS < 419) {
                assertThat(tick.response()).as("at %s s", timeS).isInstanceOf(ResponseSignal.Reading.class);
                assertThat(tick.signal().moving()).isFalse();
            } else if (timeS > 422 && timeS < 479) {
                assertThat(tick.response())
                        .as("at %s s", timeS)
                        .isEqualTo(new ResponseSignal.Unreadable(ResponseReason.MOVEMENT));
                assertThat(tick.signal().moving()).isTrue();
            } else if (timeS > 486 && timeS < 590) {
                // A detector may settle anew after the quiet minute; what it may not do is go on refusing.
                assertThat(tick.response()).as("at %s s", timeS).isNotInstanceOf(ResponseSignal.Unreadable.class);
                assertThat(tick.signal().moving()).isFalse();
            }
        }
    }

    @Test
    void aRestMeasuredByAStrapIsNotComparedWithAPulse() {
        List<Event> events = Sessions.events(
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.PACED),
                5,
                new SensorIdentity(1, "ble", "Strap", "00", BeatSource.STRAP, ""),
                new SensorIdentity(MARKER_NS + 1, "serial", "Finger", "/dev/ttyACM0", BeatSource.PULSE, ""));

        List<Snapshot> ticks = ticks(events);

        assertThat(ticks)
                .filteredOn(tick ->
                        tick.tickNs() > MARKER_NS + 10 * SECOND_NS && tick.tickNs() < MARKER_NS + 290 * SECOND_NS)
                .hasSizeGreaterThan(50)
                .allMatch(tick ->
                        tick.response().equals(new ResponseSignal.Unreadable(ResponseReason.NO_MATCHING_REFERENCE)));
        assertThat(ticks.get(100).signal().source().variability()).isEqualTo("PRV");
    }
}
