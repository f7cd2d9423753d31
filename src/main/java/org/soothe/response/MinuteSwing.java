package org.soothe.response;

import org.soothe.artifact.NnSeries;

/**
 * How far the heart swings within the newest minute, whatever the rhythm of the swing.
 *
 * <pre>s^2 = sum (NN_i - a - b t_i)^2 / n over the uncorrected intervals that end in the 60 s before the tick,
 * a and b the least-squares line; ln s, s in ms and at least 0.5</pre>
 *
 * <p>The line takes out a heart rate that rises or falls. RMSSD is a high-pass filter: when breathing slows, RMSSD can
 * fall while this grows, which is what tells slower breathing from less vagal influence.
 *
 * <ul>
 *   <li>Fewer than 30 intervals: NaN.
 * </ul>
 *
 * <p>Stateless between calls; allocates nothing.
 */
final class MinuteSwing {

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int MIN_BEATS = 30;
    private static final double SMALLEST_MS = 0.5;

    double read(NnSeries nn, long tickNs) {
        int n = 0;
        double sumT = 0;
        double sumX = 0;
        double sumTt = 0;
        double sumTx = 0;
        double sumXx = 0;
        for (int i = nn.size() - 1; i >= 0 && nn.timeNs(i) > tickNs - MINUTE_NS; i--) {
            if (nn.timeNs(i) > tickNs || nn.corrected(i)) {
                continue;
            }
            double t = (nn.timeNs(i) - tickNs) / 1e9 + 30;
            double x = nn.nnMs(i) - 800;
            n++;
            sumT += t;
            sumX += x;
            sumTt += t * t;
            sumTx += t * x;
            sumXx += x * x;
        }
        if (n < MIN_BEATS) {
            return Double.NaN;
        }
        double spreadT = sumTt - sumT * sumT / n;
        double together = sumTx - sumT * sumX / n;
        double rest = sumXx - sumX * sumX / n - (spreadT > 0 ? together * together / spreadT : 0);
        return StrictMath.log(Math.max(SMALLEST_MS, StrictMath.sqrt(Math.max(0, rest / n))));
    }
}
