package org.soothe.recording.formats.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BatteryLevel;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.PacerSetting;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.SelfReport;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;

/**
 * Every event that is no interval and no wave, as columns: with {@code rr_raw.csv} enough to replay the session. The address
 * of a sensor is left out. Stateless.
 */
public final class EventColumns {
    /** The names of the columns. */
    public static final List<String> NAMES = List.of(
            "event_index",
            "t_s",
            "type",
            "name",
            "value",
            "text",
            "ramp_from_per_min",
            "inhale_ratio",
            "pause_after_in_ms",
            "pause_after_out_ms");

    private EventColumns() {}

    /** Returns the row of an event, or null for intervals and waves, which stand elsewhere. */
    static @Nullable Object @Nullable [] row(int index, Event event) {
        String t = Decimal.seconds(event.timeNs());
        if (event instanceof PhaseStart start) {
            return row(index, t, "PHASE", start.phase(), null, start.breathing().name());
        }
        if (event instanceof Marker marker) {
            return row(index, t, "MARKER", marker.kind(), null, marker.text());
        }
        if (event instanceof SelfReport report) {
            return row(index, t, "RATING", report.item(), report.ratingCount(), "");
        }
        if (event instanceof PacerSetting pacer) {
            return new @Nullable Object[] {
                index,
                t,
                "PACER",
                pacer.mode(),
                pacer.ratePerMin(),
                "",
                pacer.rampFromPerMin(),
                pacer.inhaleRatio(),
                pacer.pauseAfterInMs(),
                pacer.pauseAfterOutMs()
            };
        }
        if (event instanceof SensorStatus status) {
            return row(index, t, "SENSOR", status.state(), null, status.reason());
        }
        if (event instanceof SensorIdentity identity) {
            return row(index, t, "SENSOR_IS", identity.source(), null, identity.name());
        }
        if (event instanceof BatteryLevel battery) {
            return row(index, t, "BATTERY", "LEVEL_PERCENT", battery.levelPercent(), "");
        }
        if (event instanceof EnergyExpended energy) {
            return row(index, t, "ENERGY", "KILOJOULE", energy.energyKiloJouleCount(), "");
        }
        if (event instanceof TimePassed) {
            return row(index, t, "TIME_PASSED", "", null, "");
        }
        if (event instanceof RrPacket packet && packet.rr().size() == 0) {
            return row(index, t, "NO_INTERVALS", packet.contact(), packet.heartRateBpm(), "");
        }
        return null;
    }

    private static @Nullable Object[] row(
            int index, String t, String type, Object name, @Nullable Object value, String text) {
        return new @Nullable Object[] {index, t, type, name, value, text, null, null, null, null};
    }
}
