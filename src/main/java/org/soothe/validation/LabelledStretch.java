package org.soothe.validation;

/**
 * A stretch of a labelled recording. Immutable.
 *
 * @param subject who
 * @param fromNs start, on the axis of the recording
 * @param toNs end
 * @param stress whether it was a stress task; else rest
 */
record LabelledStretch(String subject, long fromNs, long toNs, boolean stress) {}
