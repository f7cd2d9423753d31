package org.soothe.response;

/** Immutable. The sizes a response of one class may have, all equally likely (ranges of physiology 5.6). */
final class ResponseSizes {
    static final ResponseSizes THREAT =
            new ResponseSizes(new double[] {2, 3, 4, 5.5, 7.5}, new double[] {-0.15, -0.25, -0.4, -0.6});
    static final ResponseSizes SOOTHING =
            new ResponseSizes(new double[] {-2, -3, -4, -5}, new double[] {0.15, 0.25, 0.4});
    static final ResponseSizes OTHER = new ResponseSizes(new double[] {3, 4.5, 6, 8}, new double[] {-0.05, 0.05});

    private final double[] heartRateBpm;
    private final double[] lnSwing;

    private ResponseSizes(double[] heartRateBpm, double[] lnSwing) {
        this.heartRateBpm = heartRateBpm;
        this.lnSwing = lnSwing;
    }

    int count() {
        return heartRateBpm.length * lnSwing.length;
    }

    double heartRateBpm(int i) {
        return heartRateBpm[i / lnSwing.length];
    }

    double lnSwing(int i) {
        return lnSwing[i % lnSwing.length];
    }
}
