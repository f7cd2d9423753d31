package org.soothe.archfixture.session;

/** Shares state among sessions in two ways. */
@SuppressWarnings({"NonFinalStaticField", "MutablePublicArray"}) // what the rule is to find
public final class Loop {
    static int sessionCount;

    /** Everyone may write into it. */
    public static final double[] LIMITS = {1, 2};

    private static final double[] KEPT = {3};

    /** Counts itself. */
    public Loop() {
        sessionCount += (int) KEPT[0];
    }
}
