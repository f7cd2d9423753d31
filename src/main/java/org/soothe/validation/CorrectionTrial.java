package org.soothe.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;

/**
 * RMSSD of five minutes with 4 % artifacts after final correction, against the same beats before they were disturbed, as a
 * sensor without artifacts would have sent them. The five minutes lie within a recording, as a phase does. Stateless.
 */
final class CorrectionTrial {
    private static final int RECORDING_S = 340;
    private static final double FROM_S = 20;
    private static final double TO_S = 320;

    private CorrectionTrial() {}

    /** Returns the error in percent of the truth, with artifacts of the given kind of spacing. */
    static double errorPercent(World world, AddOn artifacts, BreathingMode mode, long seed) {
        SimulatedScript script = SimulatedScript.of(ResponseKind.NEUTRAL, mode).lasting(RECORDING_S, 0, 0);
        double truth = rmssdMs(SimulatedSession.events(world, script, seed));
        double corrected = new FinalAnalysis()
                .stretch(
                        SimulatedSession.events(world, script.with(artifacts), seed),
                        Math.round(FROM_S * 1e9),
                        Math.round(TO_S * 1e9))
                .corrected()
                .time()
                .rmssdMs()
                .orNaN();
        return 100 * (corrected - truth) / truth;
    }

    /** The definition, over undisturbed intervals without a gap whose beats lie in the five minutes. */
    private static double rmssdMs(List<Event> events) {
        double[] rrMs = events.stream()
                .filter(RrPacket.class::isInstance)
                .map(RrPacket.class::cast)
                .flatMapToDouble(
                        packet -> IntStream.range(0, packet.rr().size()).mapToDouble(packet.rr()::ms))
                .toArray();
        double timeMs = rrMs[0];
        double sumMs2 = 0;
        int pairs = 0;
        boolean inside = false;
        for (int i = 1; i < rrMs.length; i++) {
            timeMs += rrMs[i];
            boolean wasInside = inside;
            inside = timeMs > 1000 * FROM_S && timeMs <= 1000 * TO_S;
            if (inside && wasInside) {
                sumMs2 += (rrMs[i] - rrMs[i - 1]) * (rrMs[i] - rrMs[i - 1]);
                pairs++;
            }
        }
        return StrictMath.sqrt(sumMs2 / pairs);
    }
}
