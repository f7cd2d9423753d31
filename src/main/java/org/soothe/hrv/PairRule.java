package org.soothe.hrv;

/** Which pairs of neighbouring intervals count for RMSSD and its relatives; never one across a gap. */
public enum PairRule {
    /** Live: a pair with a corrected interval is left out, because its correction may still change. */
    UNCORRECTED_ONLY,
    /** Reports: a corrected interval counts like any other. */
    WITH_CORRECTED
}
