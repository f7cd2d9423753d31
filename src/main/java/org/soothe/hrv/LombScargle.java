package org.soothe.hrv;

import org.soothe.hrv.SpectrumSettings.Integration;

/**
 * Spectrum of intervals at their own uneven times, without interpolation (Lomb and Scargle).
 *
 * <p>Time of an interval = time of the beat that ends it, the first one at 0; the mean is removed, no window. With the
 * unnormalised periodogram P(f) = ((sum x cos w(t - tau))² / sum cos² w(t - tau) + (sum x sin w(t - tau))² / sum sin² w(t -
 * tau)) / 2, tan 2 w tau = sum sin 2 w t / sum cos 2 w t, the one-sided density is 2 P T / N (ms²/Hz), T = last time + mean
 * spacing, at the frequencies k / (4 T) up to 0.5 Hz; bands by trapezoids.
 *
 * <p>Edge result: fewer than three intervals give no spectrum.
 *
 * <p>The definition is summed up directly, N times K steps: a pointer per interval is turned by one frequency step at a time
 * and set afresh every 128 steps. An hour takes well below a second; a day is not meant for it.
 *
 * <p>Stateless apart from its result; a comparison with other programs, never live.
 *
 * <p>Reference: Lomb 1976, "Least-squares frequency analysis of unequally spaced data"; Scargle 1982, "Studies in
 * astronomical time series analysis II".
 */
public final class LombScargle {

    private static final double HIGHEST_HZ = 0.5;
    private static final int OVERSAMPLING = 4;
    private static final int FRESH_EVERY = 128;

    private LombScargle() {}

    /** Returns the spectrum of intervals in milliseconds that follow each other. */
    public static PowerSpectrum of(double... rrMs) {
        PowerSpectrum spectrum = new PowerSpectrum(Integration.TRAPEZOID, 1);
        int n = rrMs.length;
        if (n < 3) {
            return spectrum;
        }
        double[] tS = new double[n];
        double[] x = new double[n];
        double elapsedMs = 0;
        for (int i = 1; i < n; i++) {
            elapsedMs += rrMs[i];
            tS[i] = elapsedMs / 1000;
        }
        StraightLine.removeMean(rrMs, 0, n, x);
        double spanS = tS[n - 1] + tS[n - 1] / (n - 1);
        double stepHz = 1 / (OVERSAMPLING * spanS);
        int count = (int) Math.floor(HIGHEST_HZ / stepHz) + 1;
        double[] density = spectrum.reset(count, stepHz);
        fill(tS, x, stepHz, count, 2 * spanS / n, density);
        return spectrum;
    }

    private static void fill(double[] tS, double[] x, double stepHz, int count, double scale, double[] density) {
        int n = tS.length;
        double[] cos = new double[n];
        double[] sin = new double[n];
        double[] turnCos = new double[n];
        double[] turnSin = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * stepHz * tS[i];
            turnCos[i] = StrictMath.cos(angle);
            turnSin[i] = StrictMath.sin(angle);
        }
        for (int k = 1; k < count; k++) {
            boolean fresh = k % FRESH_EVERY == 1;
            double xCos = 0;
            double xSin = 0;
            double doubleCos = 0;
            double doubleSin = 0;
            for (int i = 0; i < n; i++) {
                double c;
                double s;
                if (fresh) {
                    double angle = 2 * Math.PI * k * stepHz * tS[i];
                    c = StrictMath.cos(angle);
                    s = StrictMath.sin(angle);
                } else {
                    c = cos[i] * turnCos[i] - sin[i] * turnSin[i];
                    s = sin[i] * turnCos[i] + cos[i] * turnSin[i];
                }
                cos[i] = c;
                sin[i] = s;
                xCos += x[i] * c;
                xSin += x[i] * s;
                doubleCos += c * c - s * s;
                doubleSin += 2 * c * s;
            }
            density[k] = scale * periodogram(n, xCos, xSin, doubleCos, doubleSin);
        }
    }

    /** P from the four sums: with R = |sum exp 2jwt|, the two divisors are (N + R) / 2 and (N - R) / 2. */
    private static double periodogram(int n, double xCos, double xSin, double doubleCos, double doubleSin) {
        double r = Math.sqrt(doubleCos * doubleCos + doubleSin * doubleSin);
        double cosTau = r > 0 ? Math.sqrt((1 + doubleCos / r) / 2) : 1;
        double sinTau = r > 0 ? Math.copySign(Math.sqrt(Math.max(0, 1 - doubleCos / r) / 2), doubleSin) : 0;
        double along = xCos * cosTau + xSin * sinTau;
        double across = xSin * cosTau - xCos * sinTau;
        double first = along * along / ((n + r) / 2);
        double second = n > r ? across * across / ((n - r) / 2) : 0;
        return (first + second) / 2;
    }
}
