package org.soothe.validation;

import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.ResponseKind;

/** How many responses each detector has found how long after their onset. Stateless. */
public final class ComparisonPlot {
    private static final double LONGEST_DELAY_S = 240;

    private ComparisonPlot() {}

    /** Returns the plot as SVG. */
    public static String svg(ComparedFigures figures) {
        SvgPlot plot = new SvgPlot("How many responses each detector has found how long after their onset");
        for (BreathingMode mode : new BreathingMode[] {BreathingMode.PACED, BreathingMode.FREE}) {
            String name = mode == BreathingMode.PACED ? "Paced" : "Free breathing";
            plot.chart(name + ": found within a time after the onset", "seconds after the true onset", LONGEST_DELAY_S);
            both(plot, figures, mode, ComparedWorld.STANDARD, ResponseKind.THREAT);
            both(plot, figures, mode, ComparedWorld.LATE, ResponseKind.THREAT);
            both(plot, figures, mode, ComparedWorld.STANDARD, ResponseKind.SOOTHING);
        }
        return plot.toString();
    }

    private static void both(
            SvgPlot plot, ComparedFigures figures, BreathingMode mode, ComparedWorld world, ResponseKind kind) {
        ResponseState state = kind == ResponseKind.SOOTHING ? ResponseState.SOOTHING : ResponseState.THREAT_RESPONSE;
        String late = world == ComparedWorld.LATE ? ", late" : "";
        for (ResponseMethod method : ResponseMethod.values()) {
            plot.found(
                    method + ": " + ResponsePlot.name(kind) + late,
                    figures.of(method, mode, world, kind).delaysS(state));
        }
    }
}
