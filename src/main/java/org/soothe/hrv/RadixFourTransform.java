package org.soothe.hrv;

/**
 * The transform of a power of two, with the same bits on every processor and JDK: its table comes from StrictMath, and the
 * rest is additions and multiplications in a fixed order.
 *
 * <p>N real samples are N / 2 complex ones z[m] = x[2m] + j x[2m+1]; their transform Z, of radix 4 in the self-sorting form
 * (no bit reversal), is taken apart into X[k] = E[k] + exp(-2 pi j k / N) O[k], where E and O are the transforms of the even
 * and odd samples. About 2.5 N log2 N operations.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing after construction.
 *
 * <p>Reference: Stockham 1966, "High-speed convolution and correlation" (the self-sorting form).
 */
final class RadixFourTransform implements PowerTransform {

    private final int n;
    private final int half;
    /** cos and -sin of 2 pi k / N, k = 0 to N - 1. */
    private final double[] cos;

    private final double[] minusSin;
    private final double[] re;
    private final double[] im;
    private final double[] otherRe;
    private final double[] otherIm;

    RadixFourTransform(int n) {
        this.n = n;
        this.half = n / 2;
        this.cos = new double[n];
        this.minusSin = new double[n];
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * k / n;
            cos[k] = StrictMath.cos(angle);
            minusSin[k] = -StrictMath.sin(angle);
        }
        this.re = new double[half];
        this.im = new double[half];
        this.otherRe = new double[half];
        this.otherIm = new double[half];
    }

    @Override
    public void addPower(double[] samples, double[] power) {
        for (int m = 0; m < half; m++) {
            re[m] = samples[2 * m];
            im[m] = samples[2 * m + 1];
        }
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = otherRe;
        double[] toIm = otherIm;
        int length = half;
        int stride = 1;
        while (length > 1) {
            if (length >= 4) {
                radixFour(length, stride, fromRe, fromIm, toRe, toIm);
                length /= 4;
                stride *= 4;
            } else {
                radixTwo(stride, fromRe, fromIm, toRe, toIm);
                length = 1;
            }
            double[] swapRe = fromRe;
            double[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        takeApart(fromRe, fromIm, power);
    }

    private void radixFour(int length, int stride, double[] fromRe, double[] fromIm, double[] toRe, double[] toIm) {
        int quarter = length / 4;
        int turn = n / length;
        int jump = stride * quarter;
        for (int p = 0; p < quarter; p++) {
            double w1Re = cos[p * turn];
            double w1Im = minusSin[p * turn];
            double w2Re = cos[2 * p * turn];
            double w2Im = minusSin[2 * p * turn];
            double w3Re = cos[3 * p * turn];
            double w3Im = minusSin[3 * p * turn];
            int in = stride * p;
            int out = 4 * stride * p;
            for (int q = 0; q < stride; q++) {
                int a = in + q;
                double sumAcRe = fromRe[a] + fromRe[a + 2 * jump];
                double sumAcIm = fromIm[a] + fromIm[a + 2 * jump];
                double difAcRe = fromRe[a] - fromRe[a + 2 * jump];
                double difAcIm = fromIm[a] - fromIm[a + 2 * jump];
                double sumBdRe = fromRe[a + jump] + fromRe[a + 3 * jump];
                double sumBdIm = fromIm[a + jump] + fromIm[a + 3 * jump];
                // j (b - d)
                double jDifBdRe = fromIm[a + 3 * jump] - fromIm[a + jump];
                double jDifBdIm = fromRe[a + jump] - fromRe[a + 3 * jump];
                int o = out + q;
                toRe[o] = sumAcRe + sumBdRe;
                toIm[o] = sumAcIm + sumBdIm;
                double y1Re = difAcRe - jDifBdRe;
                double y1Im = difAcIm - jDifBdIm;
                toRe[o + stride] = w1Re * y1Re - w1Im * y1Im;
                toIm[o + stride] = w1Re * y1Im + w1Im * y1Re;
                double y2Re = sumAcRe - sumBdRe;
                double y2Im = sumAcIm - sumBdIm;
                toRe[o + 2 * stride] = w2Re * y2Re - w2Im * y2Im;
                toIm[o + 2 * stride] = w2Re * y2Im + w2Im * y2Re;
                double y3Re = difAcRe + jDifBdRe;
                double y3Im = difAcIm + jDifBdIm;
                toRe[o + 3 * stride] = w3Re * y3Re - w3Im * y3Im;
                toIm[o + 3 * stride] = w3Re * y3Im + w3Im * y3Re;
            }
        }
    }

    private static void radixTwo(int stride, double[] fromRe, double[] fromIm, double[] toRe, double[] toIm) {
        for (int q = 0; q < stride; q++) {
            toRe[q] = fromRe[q] + fromRe[q + stride];
            toIm[q] = fromIm[q] + fromIm[q + stride];
            toRe[q + stride] = fromRe[q] - fromRe[q + stride];
            toIm[q + stride] = fromIm[q] - fromIm[q + stride];
        }
    }

    /** E[k] = (Z[k] + conj Z[-k]) / 2, O[k] = (Z[k] - conj Z[-k]) / 2j, X[k] = E[k] + w^k O[k], X[N/2-k] = conj(E[k] - w^k O[k]). */
    private void takeApart(double[] zRe, double[] zIm, double[] power) {
        double first = zRe[0] + zIm[0];
        double middle = zRe[0] - zIm[0];
        power[0] += first * first;
        power[half] += middle * middle;
        for (int k = 1; 2 * k < half; k++) {
            double evenRe = (zRe[k] + zRe[half - k]) / 2;
            double evenIm = (zIm[k] - zIm[half - k]) / 2;
            double oddRe = (zIm[k] + zIm[half - k]) / 2;
            double oddIm = (zRe[half - k] - zRe[k]) / 2;
            double turnedRe = cos[k] * oddRe - minusSin[k] * oddIm;
            double turnedIm = cos[k] * oddIm + minusSin[k] * oddRe;
            double re1 = evenRe + turnedRe;
            double im1 = evenIm + turnedIm;
            double re2 = evenRe - turnedRe;
            double im2 = evenIm - turnedIm;
            power[k] += re1 * re1 + im1 * im1;
            power[half - k] += re2 * re2 + im2 * im2;
        }
        // at a quarter X = Z conjugated
        power[half / 2] += zRe[half / 2] * zRe[half / 2] + zIm[half / 2] * zIm[half / 2];
    }
}
