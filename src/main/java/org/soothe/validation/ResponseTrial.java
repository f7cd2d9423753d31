package org.soothe.validation;

import java.util.ArrayList;
import java.util.List;
import org.soothe.artifact.QualityGrade;
import org.soothe.breathing.Adherence;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;

/** One simulated session through a whole engine, from packets to states. Stateless. */
final class ResponseTrial {

    private ResponseTrial() {}

    static ResponseOutcome run(ResponseMethod method, World world, SimulatedScript script, long seed) {
        Engine engine = new Engine(method);
        SimulatedSession session = SimulatedSession.begin(world, script, seed);
        List<Snapshot> ticks = new ArrayList<>();
        long markerNs = script.referenceS() * 1_000_000_000L;
        long tickNs = Long.MIN_VALUE;
        for (Event event = session.next(); event != null; event = session.next()) {
            engine.update(event);
            long newestNs = Math.floorDiv(event.timeNs() - 1, Engine.TICK_NS) * Engine.TICK_NS;
            if (newestNs > tickNs) {
                tickNs = newestNs;
                if (tickNs > markerNs) {
                    ticks.add(engine.snapshot());
                }
            }
        }
        return outcome(ticks, markerNs, session.onsetS());
    }

    private static ResponseOutcome outcome(List<Snapshot> ticks, long markerNs, double onsetS) {
        int n = ticks.size();
        double[] tickS = new double[n];
        double[] threat = new double[n];
        double[] soothing = new double[n];
        double[] zH = new double[n];
        double[] zV = new double[n];
        ResponseState[] states = new ResponseState[n];
        boolean[] bad = new boolean[n];
        boolean[] away = new boolean[n];
        for (int i = 0; i < n; i++) {
            Snapshot snapshot = ticks.get(i);
            tickS[i] = (snapshot.tickNs() - markerNs) / 1e9;
            states[i] = snapshot.response().state();
            bad[i] = snapshot.quality().grade() == QualityGrade.BAD;
            away[i] = snapshot.paced().adherence() == Adherence.NOT_FOLLOWING;
            zH[i] = Double.NaN;
            zV[i] = Double.NaN;
            if (snapshot.response() instanceof ResponseSignal.Reading reading) {
                zH[i] = reading.zH().orNaN();
                zV[i] = reading.zV().orNaN();
                threat[i] = zH[i] >= 0.5 && zV[i] <= -0.5 ? reading.pThreat() : 0;
                soothing[i] = zH[i] <= 0.25 && zV[i] >= 0.5 ? reading.pSoothing() : 0;
            }
        }
        return new ResponseOutcome(tickS, threat, soothing, zH, zV, states, bad, away, onsetS);
    }
}
