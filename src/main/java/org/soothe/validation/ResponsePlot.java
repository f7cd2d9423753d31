package org.soothe.validation;

import java.util.Arrays;
import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.ResponseKind;

/** ROC and delay curves of the response. Stateless; the bytes depend on the figures alone. */
public final class ResponsePlot {
    private static final double LONGEST_DELAY_S = 240;
    private static final ResponseKind[] KINDS = {ResponseKind.THREAT, ResponseKind.SMALL_THREAT, ResponseKind.SOOTHING};

    private ResponsePlot() {}

    /** Returns the plot as SVG. */
    public static String svg(ResponseFigures figures) {
        SvgPlot plot = new SvgPlot("How often and how late the response is found");
        plot.chart("ROC against neutral, 5 min", "neutral called so, %", 30);
        for (ResponseKind kind : KINDS) {
            roc(plot, figures, kind, BreathingMode.PACED);
            roc(plot, figures, kind, BreathingMode.FREE);
        }
        plot.chart("Found within a time after the onset", "seconds after the true onset", LONGEST_DELAY_S);
        for (ResponseKind kind : KINDS) {
            delay(plot, figures, kind, BreathingMode.PACED);
            delay(plot, figures, kind, BreathingMode.FREE);
        }
        return plot.toString();
    }

    private static void roc(SvgPlot plot, ResponseFigures figures, ResponseKind kind, BreathingMode mode) {
        double[] with = ResponsePage.reached(figures.of(mode, kind), state(kind));
        double[] without = ResponsePage.reached(figures.of(mode, ResponseKind.NEUTRAL), state(kind));
        double[][] curve = Ranking.roc(with, without);
        double[] percent = Arrays.stream(curve[0]).map(share -> 100 * share).toArray();
        plot.curve(name(kind, mode), percent, curve[1]);
    }

    private static void delay(SvgPlot plot, ResponseFigures figures, ResponseKind kind, BreathingMode mode) {
        plot.found(name(kind, mode), figures.of(mode, kind).delaysS(state(kind), ResponseFigures.FIVE_MIN_S));
    }

    private static ResponseState state(ResponseKind kind) {
        return kind == ResponseKind.SOOTHING ? ResponseState.SOOTHING : ResponseState.THREAT_RESPONSE;
    }

    private static String name(ResponseKind kind, BreathingMode mode) {
        return name(kind) + (mode == BreathingMode.PACED ? ", paced" : ", free");
    }

    static String name(ResponseKind kind) {
        return switch (kind) {
            case THREAT -> "moderate threat";
            case SMALL_THREAT -> "small threat";
            case SOOTHING -> "soothing";
            case NEUTRAL -> "neutral";
            case DRIVE -> "drive";
        };
    }
}
