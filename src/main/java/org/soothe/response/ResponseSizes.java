package org.soothe.response;

import java.util.List;

/** Immutable. The sizes a response of one class may have, all equally likely (ranges of physiology 5.6). */
final class ResponseSizes {
    static final ResponseSizes THREAT =
            new ResponseSizes(0, new double[] {2, 3, 4, 5.5, 7.5}, new double[] {-0.15, -0.25, -0.4, -0.6});
    static final ResponseSizes SOOTHING =
            new ResponseSizes(1, new double[] {-2, -3, -4, -5}, new double[] {0.15, 0.25, 0.4});
    static final ResponseSizes OTHER = new ResponseSizes(2, new double[] {3, 4.5, 6, 8}, new double[] {-0.05, 0.05});

    /** No response: breath that became slower or shallower lessens the swing at its old rate and leaves heart rate alone. */
    static final ResponseSizes SWING_ONLY =
            new ResponseSizes(3, new double[] {0}, new double[] {-0.5, -0.8, -1.1, -1.5});

    /** All of them; their places. */
    static final List<ResponseSizes> ALL = List.of(SOOTHING, THREAT, OTHER, SWING_ONLY);

    /** How many classes there are. */
    static final int CLASSES = 4;

    private final int place;
    private final double[] heartRateBpm;
    private final double[] lnSwing;

    private ResponseSizes(int place, double[] heartRateBpm, double[] lnSwing) {
        this.place = place;
        this.heartRateBpm = heartRateBpm;
        this.lnSwing = lnSwing;
    }

    /** Its place in arrays of the classes. */
    int place() {
        return place;
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
