package org.soothe.beat;

/** Takes beats found in a waveform, in the order in which they happened. */
public interface WaveBeatSink {

    /**
     * A beat was found.
     *
     * @param timeNs when it happened, on the session axis; below one sample
     * @param size how large it was, in the unit of the waveform
     * @param startsSegment whether samples are missing between the beat before and this one
     * @param good whether the wave of the beat looks like the ones before it
     */
    void found(long timeNs, double size, boolean startsSegment, boolean good);
}
