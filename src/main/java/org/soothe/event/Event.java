package org.soothe.event;

/** Something that happened in a session, at a time on the session's axis. Immutable. */
public sealed interface Event
        permits RrPacket,
                Waveform,
                SensorIdentity,
                SensorStatus,
                BatteryLevel,
                EnergyExpended,
                Marker,
                PhaseStart,
                SelfReport,
                PacerSetting,
                TimePassed {

    /** Returns the time of the event in nanoseconds on the session axis (for data: when it arrived). */
    long timeNs();

    /**
     * Returns the same event at another time: where two sources are joined, one that was overtaken gets the time of the one
     * that overtook it.
     */
    Event at(long newNs);
}
