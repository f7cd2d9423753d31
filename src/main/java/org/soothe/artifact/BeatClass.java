package org.soothe.artifact;

/** What a beat was judged to be. */
public enum BeatClass {
    /** A normal interval. */
    NORMAL,
    /** Outside the range or step that a heart makes, or not yet to be trusted; left out, leaves a gap. */
    RANGE,
    /** An ectopic beat: early and then late, or the other way round. */
    ECTOPIC,
    /** A beat was not detected: one interval stands for two. */
    MISSED,
    /** A beat was detected that was none: two intervals stand for one. */
    EXTRA,
    /** An interval too long or too short for its neighbours, of no other kind. */
    LONG_SHORT
}
