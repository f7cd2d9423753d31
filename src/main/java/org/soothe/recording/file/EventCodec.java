package org.soothe.recording.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/** Events as CBOR arrays: code, time, then what the event holds, in order. Stateless. */
final class EventCodec {

    private EventCodec() {}

    static void write(CborOut out, Event event) throws IOException {
        if (event instanceof RrPacket packet) {
            rrPacket(out, packet);
        } else if (event instanceof Waveform wave) {
            begin(out, 6, RecordCode.WAVEFORM, event)
                    .number(wave.firstSampleNs())
                    .word(wave.kind())
                    .real(wave.sampleRateHz())
                    .bytes(PackedSamples.pack(wave.samples()));
        } else if (event instanceof SensorIdentity identity) {
            begin(out, 7, RecordCode.SENSOR_IDENTITY, event)
                    .text(identity.kind())
                    .text(identity.name())
                    .text(identity.address())
                    .word(identity.source())
                    .text(identity.details());
        } else if (event instanceof SensorStatus status) {
            begin(out, 4, RecordCode.SENSOR_STATUS, event).word(status.state()).text(status.reason());
        } else if (event instanceof BatteryLevel level) {
            begin(out, 3, RecordCode.BATTERY_LEVEL, event).number(level.levelPercent());
        } else if (event instanceof EnergyExpended energy) {
            begin(out, 3, RecordCode.ENERGY_EXPENDED, event).number(energy.energyKiloJouleCount());
        } else if (event instanceof Marker marker) {
            begin(out, 4, RecordCode.MARKER, event).word(marker.kind()).text(marker.text());
        } else if (event instanceof PhaseStart start) {
            begin(out, 4, RecordCode.PHASE_START, event).word(start.phase()).word(start.breathing());
        } else if (event instanceof SelfReport report) {
            begin(out, 4, RecordCode.SELF_REPORT, event).word(report.item()).number(report.ratingCount());
        } else if (event instanceof PacerSetting setting) {
            begin(out, 8, RecordCode.PACER_SETTING, event)
                    .word(setting.mode())
                    .real(setting.ratePerMin())
                    .real(setting.rampFromPerMin())
                    .real(setting.inhaleRatio())
                    .real(setting.pauseAfterInMs())
                    .real(setting.pauseAfterOutMs());
        } else if (event instanceof TimePassed) {
            begin(out, 2, RecordCode.TIME_PASSED, event);
        } else {
            throw new IllegalArgumentException("no record for " + event.getClass());
        }
        out.end();
    }

    private static CborOut begin(CborOut out, int size, int code, Event event) throws IOException {
        return out.array(size).number(code).number(event.timeNs());
    }

    private static void rrPacket(CborOut out, RrPacket packet) throws IOException {
        RrIntervals rr = packet.rr();
        begin(out, 6, RecordCode.RR_PACKET, packet)
                .word(packet.contact())
                .real(packet.heartRateBpm())
                .word(rr.unit())
                .array(rr.size());
        for (int i = 0; i < rr.size(); i++) {
            out.real(rr.raw(i));
        }
        out.end();
    }

    /** Reads the event of a code that was read already; null if the code is of no event that is known here. */
    static @Nullable Event read(CborIn in, int code) throws IOException, Malformed {
        return switch (code) {
            case RecordCode.RR_PACKET -> rrPacket(in);
            case RecordCode.WAVEFORM ->
                new Waveform(
                        in.number(),
                        in.number(),
                        in.word(WaveformKind.class),
                        in.real(),
                        PackedSamples.unpack(in.bytes()));
            case RecordCode.SENSOR_IDENTITY ->
                new SensorIdentity(in.number(), in.text(), in.text(), in.text(), in.word(BeatSource.class), in.text());
            case RecordCode.SENSOR_STATUS -> new SensorStatus(in.number(), in.word(SensorState.class), in.text());
            case RecordCode.BATTERY_LEVEL -> new BatteryLevel(in.number(), in.small());
            case RecordCode.ENERGY_EXPENDED -> new EnergyExpended(in.number(), in.small());
            case RecordCode.MARKER -> new Marker(in.number(), in.word(MarkerKind.class), in.text());
            case RecordCode.PHASE_START ->
                new PhaseStart(in.number(), in.word(Phase.class), in.word(BreathingMode.class));
            case RecordCode.SELF_REPORT -> selfReport(in);
            case RecordCode.PACER_SETTING ->
                new PacerSetting(
                        in.number(), in.word(PacerMode.class), in.real(), in.real(), in.real(), in.real(), in.real());
            case RecordCode.TIME_PASSED -> new TimePassed(in.number());
            default -> null;
        };
    }

    private static RrPacket rrPacket(CborIn in) throws IOException, Malformed {
        long timeNs = in.number();
        SensorContact contact = in.word(SensorContact.class);
        double heartRateBpm = in.real();
        RrUnit unit = in.word(RrUnit.class);
        Object list = in.value();
        if (!(list instanceof java.util.List<?> values)) {
            throw new Malformed("expected a list of intervals");
        }
        double[] raw = new double[values.size()];
        for (int i = 0; i < raw.length; i++) {
            if (!(values.get(i) instanceof Number number)) {
                throw new Malformed("expected an interval, read " + values.get(i));
            }
            raw[i] = number.doubleValue();
        }
        return new RrPacket(timeNs, contact, heartRateBpm, intervals(unit, raw));
    }

    private static RrIntervals intervals(RrUnit unit, double[] raw) throws Malformed {
        if (unit == RrUnit.MS) {
            return raw.length == 0 ? RrIntervals.none() : RrIntervals.ofMs(raw);
        }
        int[] ticks = new int[raw.length];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (int) raw[i];
            if (ticks[i] != raw[i]) {
                throw new Malformed("expected whole ticks, read " + raw[i]);
            }
        }
        return RrIntervals.ofTicks1024(ticks);
    }

    private static SelfReport selfReport(CborIn in) throws IOException, Malformed {
        long timeNs = in.number();
        SelfReportItem item = in.word(SelfReportItem.class);
        int rating = in.small();
        try {
            return new SelfReport(timeNs, item, rating);
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }
}
