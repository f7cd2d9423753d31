package org.soothe.validation;

import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.ResponseKind;

/** ROC and delay curves of the response. Stateless; the bytes depend on the figures alone. */
public final class ResponsePlot {
    private static final int STEPS = 200;
    private static final double LONGEST_DELAY_S = 240;
    private static final ResponseKind[] KINDS = {ResponseKind.THREAT, ResponseKind.SMALL_THREAT, ResponseKind.SOOTHING};

    private ResponsePlot() {}

    /** Returns the plot as SVG. */
    public static String svg(ResponseFigures figures) {
        SvgPlot plot = new SvgPlot("How often and how late the response is found");
        plot.chart("ROC against neutral, 5 min", "neutral called so, share", 0.3, "found %");
        for (ResponseKind kind : KINDS) {
            roc(plot, figures, kind, BreathingMode.PACED);
            roc(plot, figures, kind, BreathingMode.FREE);
        }
        plot.chart("Found within a time after the onset", "seconds after the true onset", LONGEST_DELAY_S, "found %");
        for (ResponseKind kind : KINDS) {
            delay(plot, figures, kind, BreathingMode.PACED);
            delay(plot, figures, kind, BreathingMode.FREE);
        }
        return plot.toString();
    }

    private static void roc(SvgPlot plot, ResponseFigures figures, ResponseKind kind, BreathingMode mode) {
        double[] with = ResponsePage.reached(figures.of(mode, kind), state(kind));
        double[] without = ResponsePage.reached(figures.of(mode, ResponseKind.NEUTRAL), state(kind));
        double[] x = new double[STEPS + 1];
        double[] y = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double threshold = 1 - (double) i / STEPS;
            x[i] = Ranking.shareAtLeast(without, threshold);
            y[i] = Ranking.shareAtLeast(with, threshold);
        }
        plot.curve(name(kind, mode), x, y);
    }

    private static void delay(SvgPlot plot, ResponseFigures figures, ResponseKind kind, BreathingMode mode) {
        double[] delaysS = figures.of(mode, kind).delaysS(state(kind), ResponseFigures.FIVE_MIN_S);
        double[] x = new double[STEPS + 1];
        double[] y = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            x[i] = LONGEST_DELAY_S * i / STEPS;
            int found = 0;
            for (double delayS : delaysS) {
                found += delayS <= x[i] ? 1 : 0;
            }
            y[i] = (double) found / delaysS.length;
        }
        plot.curve(name(kind, mode), x, y);
    }

    private static ResponseState state(ResponseKind kind) {
        return kind == ResponseKind.SOOTHING ? ResponseState.SOOTHING : ResponseState.THREAT_RESPONSE;
    }

    private static String name(ResponseKind kind, BreathingMode mode) {
        String what = switch (kind) {
            case THREAT -> "moderate threat";
            case SMALL_THREAT -> "small threat";
            case SOOTHING -> "soothing";
            case NEUTRAL -> "neutral";
            case DRIVE -> "drive";
        };
        return what + (mode == BreathingMode.PACED ? ", paced" : ", free");
    }
}
