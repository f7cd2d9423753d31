package org.soothe.artifact;

/**
 * The accepted intervals (normal or corrected) in the order of time: what every measure above reads, live and final.
 *
 * <p>Indices run from 0 (oldest kept) to {@code size() - 1} (newest). Rejected intervals and uncorrected runs are not
 * in it; they show as a gap before the next interval.
 */
public interface NnSeries {

    /** Returns how many accepted intervals there are. */
    int size();

    /** Returns the time of the beat that ends interval {@code i}, on the session axis. */
    long timeNs(int i);

    /** Returns interval {@code i} in milliseconds, corrected where the classification asked for it. */
    double nnMs(int i);

    /** Returns whether interval {@code i} was corrected. */
    boolean corrected(int i);

    /** Returns whether a gap lies between interval {@code i - 1} and {@code i}, so that they are no pair. */
    boolean followsGap(int i);
}
