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
}
