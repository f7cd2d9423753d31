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

/** RMSSD of five minutes with 4 % artifacts after final correction, against the same person without. Stateless. */
final class CorrectionTrial {
    private CorrectionTrial() {}

    /** Returns the error in percent of the truth; paced and free persons take turns with the seed. */
    static double errorPercent(World world, long seed) {
        BreathingMode mode = (seed / 64) % 2 == 0 ? BreathingMode.FREE : BreathingMode.PACED;
        SimulatedScript script = SimulatedScript.of(ResponseKind.NEUTRAL, mode).lasting(300, 0, 0);
        double truth = rmssdMs(SimulatedSession.events(world, script, seed));
        double corrected = rmssdMs(SimulatedSession.events(world, script.with(AddOn.ARTIFACTS), seed));
        return 100 * (corrected - truth) / truth;
    }

    private static double rmssdMs(List<Event> events) {
        double[] rawMs = events.stream()
                .filter(RrPacket.class::isInstance)
                .map(RrPacket.class::cast)
                .flatMapToDouble(
                        packet -> IntStream.range(0, packet.rr().size()).mapToDouble(packet.rr()::ms))
                .filter(ms -> ms > 0)
                .toArray();
        return new FinalAnalysis()
                .analyze(events, rawMs, 290_000_000_000L)
                .whole()
                .corrected()
                .time()
                .rmssdMs()
                .orNaN();
    }
}
