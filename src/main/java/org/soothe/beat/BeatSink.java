package org.soothe.beat;

/** Takes beats in the order in which they happened. */
public interface BeatSink {

    /**
     * A beat was placed on the session axis.
     *
     * @param timeNs time of the beat that ends the interval
     * @param rrMs the interval as received, greater than 0
     * @param startsSegment whether a gap lies before the interval, so that it has no neighbour before it
     */
    void beat(long timeNs, double rrMs, boolean startsSegment);

    /**
     * A gap was found that lies further back: the newest beats move to later times and the oldest of them starts a
     * segment.
     *
     * @param beatCount how many of the newest beats lie after the gap, at least 1
     * @param shiftNs by how much they move
     */
    void gapFound(int beatCount, long shiftNs);

    /**
     * A more exact value of an interval is known. The one received is to be kept beside it.
     *
     * @param backCount how many beats came after the one that ends the interval
     * @param rrMs the more exact interval
     * @return whether it still counts; false where the interval is judged already, or only raw values are kept
     */
    default boolean refined(int backCount, double rrMs) {
        return false;
    }
}
