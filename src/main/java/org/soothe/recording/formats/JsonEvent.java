package org.soothe.recording.formats;

import java.util.Map;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.RrUnit;
import org.soothe.event.Samples;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/** One event of our JSON lines; what does not fit is an IllegalArgumentException. Not thread-safe. */
final class JsonEvent {
    private final Map<String, Object> values;

    JsonEvent(Map<String, Object> values) {
        this.values = values;
    }

    Event event() {
        long timeNs = whole("timeNs");
        return switch (text("event")) {
            case "RrPacket" -> packet(timeNs);
            case "Waveform" ->
                new Waveform(
                        timeNs,
                        whole("firstSampleNs"),
                        named(WaveformKind.class, "kind"),
                        number("sampleRateHz"),
                        Samples.of(wholes("samples")));
            case "PhaseStart" ->
                new PhaseStart(timeNs, named(Phase.class, "phase"), named(BreathingMode.class, "breathing"));
            case "Marker" -> new Marker(timeNs, named(MarkerKind.class, "kind"), text("text"));
            case "SelfReport" -> new SelfReport(timeNs, named(SelfReportItem.class, "item"), (int) whole("rating"));
            case "PacerSetting" ->
                new PacerSetting(
                        timeNs,
                        named(PacerMode.class, "mode"),
                        number("ratePerMin"),
                        number("rampFromPerMin"),
                        number("inhaleRatio"),
                        number("pauseAfterInMs"),
                        number("pauseAfterOutMs"));
            case "SensorStatus" -> new SensorStatus(timeNs, named(SensorState.class, "state"), text("reason"));
            case "SensorIdentity" ->
                new SensorIdentity(
                        timeNs, text("kind"), text("name"), "", named(BeatSource.class, "source"), text("details"));
            case "BatteryLevel" -> new BatteryLevel(timeNs, (int) whole("levelPercent"));
            case "EnergyExpended" -> new EnergyExpended(timeNs, (int) whole("energyKiloJouleCount"));
            case "TimePassed" -> new TimePassed(timeNs);
            default -> throw new IllegalArgumentException("event " + text("event"));
        };
    }

    private RrPacket packet(long timeNs) {
        double[] rr = list("rr");
        RrIntervals intervals = rr.length == 0
                ? RrIntervals.none()
                : named(RrUnit.class, "unit") == RrUnit.MS
                        ? RrIntervals.ofMs(rr)
                        : RrIntervals.ofTicks1024(wholes("rr"));
        return new RrPacket(timeNs, named(SensorContact.class, "contact"), number("heartRateBpm"), intervals);
    }

    <E extends Enum<E>> E named(Class<E> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    long whole(String name) {
        if (values.get(name) instanceof Long value) {
            return value;
        }
        throw new IllegalArgumentException(name + " is no whole number");
    }

    private String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }

    /** Returns a number, NaN where it is null or missing. */
    private double number(String name) {
        Object value = values.get(name);
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private double[] list(String name) {
        if (values.get(name) instanceof double[] list) {
            return list;
        }
        throw new IllegalArgumentException(name + " is no list");
    }

    private int[] wholes(String name) {
        double[] list = list(name);
        int[] out = new int[list.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) list[i];
            if (out[i] != list[i]) {
                throw new IllegalArgumentException(name + " holds " + list[i]);
            }
        }
        return out;
    }
}
