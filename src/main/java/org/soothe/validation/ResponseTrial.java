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

/**
 * One simulated session through a whole engine of each method, from packets to states. The session is simulated once, and
 * every engine hears the same events; an engine is asked once per tick. Stateless.
 */
final class ResponseTrial {
    private final ResponseMethod method;
    private final Engine engine;
    private final List<Snapshot> ticks = new ArrayList<>();

    private ResponseTrial(ResponseMethod method) {
        this.method = method;
        this.engine = new Engine(method);
    }

    static ResponseOutcome run(ResponseMethod method, World world, SimulatedScript script, long seed) {
        return run(List.of(method), world, script, seed).get(0);
    }

    /** Returns one outcome per method, in their order. */
    static List<ResponseOutcome> run(List<ResponseMethod> methods, World world, SimulatedScript script, long seed) {
        List<ResponseTrial> trials = methods.stream().map(ResponseTrial::new).toList();
        SimulatedSession session = SimulatedSession.begin(world, script, seed);
        long markerNs = script.referenceS() * 1_000_000_000L;
        long tickNs = Long.MIN_VALUE;
        for (Event event = session.next(); event != null; event = session.next()) {
            long newestNs = Math.floorDiv(event.timeNs() - 1, Engine.TICK_NS) * Engine.TICK_NS;
            boolean ticked = newestNs > tickNs && newestNs > markerNs;
            tickNs = Math.max(tickNs, newestNs);
            for (ResponseTrial trial : trials) {
                trial.engine.update(event);
                if (ticked) {
                    trial.ticks.add(trial.engine.snapshot());
                }
            }
        }
        return trials.stream()
                .map(trial -> trial.outcome(markerNs, session.onsetS()))
                .toList();
    }

    private ResponseOutcome outcome(long markerNs, double onsetS) {
        int n = ticks.size();
        double[] tickS = new double[n];
        double[] threat = new double[n];
        double[] soothing = new double[n];
        double[] zH = new double[n];
        double[] zV = new double[n];
        ResponseState[] states = new ResponseState[n];
        boolean[] bad = new boolean[n];
        boolean[] away = new boolean[n];
        // The filter asks zH and zV too before it shows a state; the other method has no such condition on them.
        boolean conditions = method == ResponseMethod.FILTER;
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
                threat[i] = !conditions || (zH[i] >= 0.5 && zV[i] <= -0.5) ? reading.pThreat() : 0;
                soothing[i] = !conditions || (zH[i] <= 0.25 && zV[i] >= 0.5) ? reading.pSoothing() : 0;
            }
        }
        return new ResponseOutcome(tickS, threat, soothing, zH, zV, states, bad, away, onsetS);
    }
}
