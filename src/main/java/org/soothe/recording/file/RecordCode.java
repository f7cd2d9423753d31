package org.soothe.recording.file;

/** First number of each record in a RECORDS block; drawn in docs/session-format.md. Stateless. */
final class RecordCode {
    static final int RR_PACKET = 1;
    static final int WAVEFORM = 2;
    static final int SENSOR_IDENTITY = 3;
    static final int SENSOR_STATUS = 4;
    static final int BATTERY_LEVEL = 5;
    static final int ENERGY_EXPENDED = 6;
    static final int MARKER = 7;
    static final int PHASE_START = 8;
    static final int SELF_REPORT = 9;
    static final int PACER_SETTING = 10;
    static final int TIME_PASSED = 11;

    /** A new path of a snapshot: number, path. */
    static final int FIELD = 32;

    /** A snapshot: number and value of each field that changed. */
    static final int SNAPSHOT = 33;

    /** A phase report: path and value of each field. */
    static final int PHASE_REPORT = 34;

    /** Events that were lost before they reached the file: how many. */
    static final int LOST = 35;

    /** Field numbers and values begin afresh. */
    static final int FRESH = 36;

    private RecordCode() {}

    /** Returns whether a record says what the engine said, and not what it was told. */
    static boolean tellsOfEngine(int code) {
        return code == FIELD || code == SNAPSHOT || code == PHASE_REPORT || code == FRESH;
    }
}
