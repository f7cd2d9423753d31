package org.soothe.cli;

/** A wave that a strap may send, as typed on the command line. */
enum StrapWave {
    /** Electrocardiogram. */
    ecg,
    /** Acceleration. */
    acc
}
