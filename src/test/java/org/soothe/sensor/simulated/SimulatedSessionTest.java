package org.soothe.sensor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.time.SessionClock;

class SimulatedSessionTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(AddOn.class)
    void theSameSeedGivesTheSameEventsInTheOrderOfTime(AddOn addOn) {
        SimulatedScript script =
                SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED).with(addOn);
        List<Event> events = SimulatedSession.events(World.STANDARD, script, 42);
        assertThat(events).isEqualTo(SimulatedSession.events(World.STANDARD, script, 42));
        assertThat(events).isNotEqualTo(SimulatedSession.events(World.STANDARD, script, 43));
        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.timeNs(), b.timeNs()));
    }

    @Test
    void theSamePersonWithoutAndWithAResponseHasTheSameReference() {
        List<Event> neutral = SimulatedSession.events(
                World.STANDARD, SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE), 7);
        List<Event> threat =
                SimulatedSession.events(World.STANDARD, SimulatedScript.of(ResponseKind.THREAT, BreathingMode.FREE), 7);
        assertThat(rrMs(neutral).subList(0, 300)).isEqualTo(rrMs(threat).subList(0, 300));
        assertThat(rrMs(neutral)).isNotEqualTo(rrMs(threat));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = AddOn.class,
            names = {"ARTIFACTS", "ARTIFACTS_APART"})
    void artifactsDisturbSomeBeatsOfTheSameHeartAndLeaveTheOthersWhereTheyAre(AddOn artifacts) {
        int beats = 0;
        int disturbed = 0;
        int closest = Integer.MAX_VALUE;
        for (long seed = 0; seed < 20; seed++) {
            SimulatedScript script = SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE);
            List<Long> truth = beatTicks(SimulatedSession.events(World.STANDARD, script, seed));
            Set<Long> found =
                    new HashSet<>(beatTicks(SimulatedSession.events(World.STANDARD, script.with(artifacts), seed)));
            int last = -99;
            for (int i = 0; i < truth.size() - 1; i++) {
                if (!found.contains(truth.get(i))) {
                    closest = Math.min(closest, i - last - 1);
                    last = i;
                    disturbed++;
                }
            }
            beats += truth.size();
        }
        // A quarter of the disturbed, the extra ones, leave every true beat where it is.
        assertThat(disturbed / (0.75 * beats)).isCloseTo(0.04, within(0.006));
        assertThat(closest).isEqualTo(artifacts == AddOn.ARTIFACTS ? 1 : 3);
    }

    @Test
    void laplaceNumbersHaveUnitVarianceAndAKurtosisOfSix() {
        NormalSource source = new NormalSource(5);
        double squares = 0;
        double fourths = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double x = source.laplace();
            squares += x * x;
            fourths += x * x * x * x;
        }
        assertThat(squares / n).isCloseTo(1, within(0.02));
        assertThat(fourths / n / (squares / n) / (squares / n)).isCloseTo(6, within(0.4));
    }

    private static List<Long> beatTicks(List<Event> events) {
        List<Long> ticks = new ArrayList<>();
        long sum = 0;
        for (double ms : rrMs(events)) {
            sum += Math.round(ms * 1.024);
            ticks.add(sum);
        }
        return ticks;
    }

    @Test
    void intervalsFillTheTimeAlthoughTheyAreRoundedToTicks() {
        List<Event> events = SimulatedSession.events(
                World.STANDARD, SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE), 8);
        double sumMs = rrMs(events).stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sumMs).isCloseTo(600_000, within(2000.0));
    }

    @Test
    void lostContactCarriesNoIntervalsAndMovementIsMarkedTwice() {
        List<Event> lost = SimulatedSession.events(
                World.STANDARD,
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE).with(AddOn.CONTACT_LOSS),
                9);
        List<RrPacket> silent = lost.stream()
                .filter(RrPacket.class::isInstance)
                .map(RrPacket.class::cast)
                .filter(packet -> packet.contact() == SensorContact.LOST)
                .toList();
        assertThat(silent)
                .hasSize(12)
                .allSatisfy(packet -> assertThat(packet.rr().size()).isZero());
        List<Event> moved = SimulatedSession.events(
                World.STANDARD,
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE).with(AddOn.MOVEMENT),
                9);
        assertThat(moved).filteredOn(Marker.class::isInstance).hasSize(2);
    }

    @Test
    void asASensorItPutsTheSameEventsIntoTheQueueBetweenItsOwnStatus() throws InterruptedException {
        SimulatedScript script =
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE).lasting(60, 0, 0);
        EventQueue queue = new EventQueue(8);
        List<Event> got = new ArrayList<>();
        try (SimulatedSensor sensor = new SimulatedSensor(
                "calm", SimulatedSession.begin(World.STANDARD, script, 3), SessionClock.start(1e6))) {
            sensor.open(queue);
            Event event = queue.poll(10_000_000_000L);
            while (event != null) {
                got.add(event);
                boolean over =
                        event instanceof SensorStatus status && status.state().isFinal();
                event = over ? null : queue.poll(10_000_000_000L);
            }
        }
        assertThat(got).filteredOn(SensorStatus.class::isInstance).hasSize(3);
        assertThat(got)
                .filteredOn(event -> !(event instanceof SensorStatus) && !(event instanceof SensorIdentity))
                .isEqualTo(SimulatedSession.events(World.STANDARD, script, 3));
    }

    private static List<Double> rrMs(List<Event> events) {
        List<Double> rrMs = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof RrPacket packet) {
                for (int i = 0; i < packet.rr().size(); i++) {
                    rrMs.add(packet.rr().ms(i));
                }
            }
        }
        return rrMs;
    }
}
