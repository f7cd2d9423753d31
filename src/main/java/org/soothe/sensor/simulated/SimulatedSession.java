package org.soothe.sensor.simulated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;

/**
 * The events of one simulated session as a strap and a therapist would make them: phases, pacer and markers, and one packet
 * about every second with intervals in ticks of 1/1024 s. The same world, script and seed give the same events. Not
 * thread-safe.
 */
public final class SimulatedSession {
    private static final double TICKS_PER_S = 1024;
    private static final double INHALE_RATIO = 0.45;
    private static final double PACKET_EVERY_S = 1;
    private static final double LOST_PACKETS = 0.02;

    private final SimulatedScript script;
    private final Incidents incidents;
    private final Mishaps mishaps;
    private final NormalSource radio;
    private final SimulatedHeart heart;
    private final Deque<Event> plan = new ArrayDeque<>();
    private final double[] foundS = new double[2];
    private final List<Long> beatTicks = new ArrayList<>();
    private double beatS;
    private long lastTicks;
    private double packetS;

    /** Begins a session, whose events are then asked for one by one. */
    public static SimulatedSession begin(World world, SimulatedScript script, long seed) {
        return new SimulatedSession(world, script, seed);
    }

    private SimulatedSession(World world, SimulatedScript script, long seed) {
        NormalSource root = new NormalSource(seed);
        NormalSource person = root.split();
        this.script = script;
        this.incidents = new Incidents(script, root.split());
        this.mishaps = new Mishaps(script, root.split());
        this.radio = root.split();
        this.heart = new SimulatedHeart(world, script, incidents, person);
        this.beatS = heart.nextBeatS();
        plan();
    }

    /** Returns all events of a session. */
    public static List<Event> events(World world, SimulatedScript script, long seed) {
        SimulatedSession session = new SimulatedSession(world, script, seed);
        List<Event> events = new ArrayList<>();
        for (Event event = session.next(); event != null; event = session.next()) {
            events.add(event);
        }
        return events;
    }

    /** Returns when the response begins, seconds after the exercise began; what an engine should find out. */
    public double onsetS() {
        return heart.response().onsetNs() / 1e9;
    }

    private void plan() {
        phase(0, Phase.BASELINE_FREE, Phase.BASELINE_PACED, script.referenceMode(), script.referenceS());
        phase(
                script.referenceS(),
                Phase.COMPASSION_SELF,
                Phase.COMPASSION_SELF,
                script.exerciseMode(),
                script.exerciseEndS());
        markers();
        phase(script.exerciseEndS(), Phase.RECOVERY, Phase.RECOVERY, script.referenceMode(), script.endS());
        List<Event> ordered = new ArrayList<>(plan);
        ordered.sort((a, b) -> Long.compare(a.timeNs(), b.timeNs()));
        plan.clear();
        plan.addAll(ordered);
    }

    private void phase(int fromS, Phase free, Phase paced, BreathingMode mode, int toS) {
        if (toS == fromS) {
            return;
        }
        long timeNs = ns(fromS);
        boolean begins = mode == BreathingMode.PACED && (fromS == 0 || !script.paced(fromS - 1.0));
        if (begins) {
            plan.add(PacerSetting.steady(timeNs, SimulatedScript.PACE_PER_MIN, INHALE_RATIO));
        } else if (mode == BreathingMode.FREE && fromS > 0 && script.paced(fromS - 1.0)) {
            plan.add(PacerSetting.off(timeNs));
        }
        plan.add(new PhaseStart(timeNs, mode == BreathingMode.PACED ? paced : free, mode));
    }

    private void markers() {
        if (script.has(AddOn.MOVEMENT)) {
            both(MarkerKind.MOVED, incidents.movementFromS, Incidents.MOVEMENT_S);
        }
        if (script.has(AddOn.SPEECH)) {
            both(MarkerKind.SPOKE, incidents.speechFromS, Incidents.SPEECH_S);
        }
    }

    private void both(MarkerKind kind, double fromS, double lengthS) {
        plan.add(new Marker(ns(fromS), kind, ""));
        plan.add(new Marker(ns(fromS + lengthS), kind, ""));
    }

    /** Returns the next event, null when the session is over. */
    public @Nullable Event next() {
        while (packetS + PACKET_EVERY_S <= script.endS()) {
            Event planned = plan.peek();
            if (planned != null && planned.timeNs() <= ns(packetS + PACKET_EVERY_S)) {
                return plan.poll();
            }
            packetS += PACKET_EVERY_S;
            RrPacket packet = packet();
            if (!script.has(AddOn.PACKET_LOSS) || radio.uniform(0, 1) >= LOST_PACKETS) {
                return packet;
            }
        }
        return plan.poll();
    }

    private RrPacket packet() {
        beatTicks.clear();
        while (beatS <= packetS) {
            int found = mishaps.beat(beatS, foundS);
            for (int i = 0; i < found; i++) {
                beatTicks.add(Math.round(foundS[i] * TICKS_PER_S));
            }
            beatS = heart.nextBeatS();
        }
        int[] ticks = new int[beatTicks.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (int) Math.max(0, beatTicks.get(i) - lastTicks);
            lastTicks = beatTicks.get(i);
        }
        boolean lost = incidents.contactLost(packetS);
        RrIntervals rr = lost || ticks.length == 0 ? RrIntervals.none() : RrIntervals.ofTicks1024(ticks);
        double heartRateBpm = ticks.length == 0 ? Double.NaN : Math.rint(60 * TICKS_PER_S / ticks[ticks.length - 1]);
        return new RrPacket(ns(packetS), lost ? SensorContact.LOST : SensorContact.PRESENT, heartRateBpm, rr);
    }

    private static long ns(double timeS) {
        return Math.round(timeS * 1e9);
    }
}
