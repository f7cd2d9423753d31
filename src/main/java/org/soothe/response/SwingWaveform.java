package org.soothe.response;

import java.util.Arrays;
import org.soothe.hrv.UnitCircle;

/**
 * Mean course of the RSA over the pacer's cycle in the reference phase.
 *
 * <p>Least squares of NN on 1, tau, tau^2, cos phi, sin phi, cos 2phi, sin 2phi (physiology 3.3) by normal equations;
 * tau runs from -1 to 1, so they are well conditioned. Zero everywhere in free breathing, and where the beats do not
 * determine it.
 *
 * <p>Not thread-safe; owned by the analysis thread.
 */
final class SwingWaveform {
    private static final int TERMS = 7;
    private static final int FIRST_HARMONIC = 3;

    private final double[] normal = new double[TERMS * (TERMS + 1)];
    private final double[] row = new double[TERMS];
    private final double[] coefficientMs = new double[TERMS];

    void clear() {
        Arrays.fill(coefficientMs, 0);
    }

    void fit(PhaseBeats beats) {
        Arrays.fill(normal, 0);
        int width = TERMS + 1;
        double middleS = (beats.timeS(0) + beats.timeS(beats.size() - 1)) / 2;
        double halfS = (beats.timeS(beats.size() - 1) - beats.timeS(0)) / 2;
        for (int i = 0; i < beats.size(); i++) {
            if (Double.isNaN(beats.nnMs(i)) || Double.isNaN(beats.phaseTurns(i))) {
                continue;
            }
            setRow((beats.timeS(i) - middleS) / halfS, beats.phaseTurns(i));
            for (int p = 0; p < TERMS; p++) {
                for (int q = 0; q < TERMS; q++) {
                    normal[p * width + q] += row[p] * row[q];
                }
                normal[p * width + TERMS] += row[p] * beats.nnMs(i);
            }
        }
        solve();
    }

    private void setRow(double tau, double turns) {
        row[0] = 1;
        row[1] = tau;
        row[2] = tau * tau;
        row[3] = UnitCircle.cos(turns);
        row[4] = UnitCircle.sin(turns);
        row[5] = UnitCircle.cos(2 * turns);
        row[6] = UnitCircle.sin(2 * turns);
    }

    private void solve() {
        int width = TERMS + 1;
        for (int p = 0; p < TERMS; p++) {
            for (int r = p + 1; r < TERMS; r++) {
                double factor = normal[r * width + p] / normal[p * width + p];
                for (int c = p; c < width; c++) {
                    normal[r * width + c] -= factor * normal[p * width + c];
                }
            }
        }
        for (int p = TERMS - 1; p >= 0; p--) {
            double value = normal[p * width + TERMS];
            for (int c = p + 1; c < TERMS; c++) {
                value -= normal[p * width + c] * coefficientMs[c];
            }
            coefficientMs[p] = value / normal[p * width + p];
        }
        if (!finite()) {
            clear();
        }
    }

    private boolean finite() {
        for (double value : coefficientMs) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Reference swing at a pacer phase in breaths, ms; 0 where the phase is not known. */
    double atMs(double turns) {
        if (Double.isNaN(turns)) {
            return 0;
        }
        setRow(0, turns);
        double sum = 0;
        for (int i = FIRST_HARMONIC; i < TERMS; i++) {
            sum += coefficientMs[i] * row[i];
        }
        return sum;
    }

    /** The same a quarter of a turn later in each harmonic, ms: what a small lag of the heart behind the pacer adds. */
    double quarterMs(double turns) {
        if (Double.isNaN(turns)) {
            return 0;
        }
        setRow(0, turns);
        double sum = 0;
        for (int i = FIRST_HARMONIC; i < TERMS; i += 2) {
            sum += coefficientMs[i] * row[i + 1] - coefficientMs[i + 1] * row[i];
        }
        return sum;
    }
}
