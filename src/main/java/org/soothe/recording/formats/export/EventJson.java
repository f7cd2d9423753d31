package org.soothe.recording.formats.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
import org.soothe.event.Waveform;

/** Events as JSON, exactly, but for the address of a sensor, which is left out. A number that is none is null. Stateless. */
final class EventJson {
    private EventJson() {}

    static void write(Event event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("line", "event");
        json.writeStringField("event", event.getClass().getSimpleName());
        json.writeNumberField("timeNs", event.timeNs());
        if (event instanceof RrPacket packet) {
            packet(packet, json);
        } else if (event instanceof Waveform wave) {
            wave(wave, json);
        } else if (event instanceof PhaseStart start) {
            json.writeStringField("phase", start.phase().name());
            json.writeStringField("breathing", start.breathing().name());
        } else if (event instanceof Marker marker) {
            json.writeStringField("kind", marker.kind().name());
            json.writeStringField("text", marker.text());
        } else if (event instanceof SelfReport report) {
            json.writeStringField("item", report.item().name());
            json.writeNumberField("rating", report.ratingCount());
        } else if (event instanceof PacerSetting pacer) {
            json.writeStringField("mode", pacer.mode().name());
            number("ratePerMin", pacer.ratePerMin(), json);
            number("rampFromPerMin", pacer.rampFromPerMin(), json);
            number("inhaleRatio", pacer.inhaleRatio(), json);
            number("pauseAfterInMs", pacer.pauseAfterInMs(), json);
            number("pauseAfterOutMs", pacer.pauseAfterOutMs(), json);
        } else if (event instanceof SensorStatus status) {
            json.writeStringField("state", status.state().name());
            json.writeStringField("reason", status.reason());
        } else if (event instanceof SensorIdentity identity) {
            json.writeStringField("kind", identity.kind());
            json.writeStringField("name", identity.name());
            json.writeStringField("source", identity.source().name());
            json.writeStringField("details", identity.details());
        } else if (event instanceof BatteryLevel battery) {
            json.writeNumberField("levelPercent", battery.levelPercent());
        } else if (event instanceof EnergyExpended energy) {
            json.writeNumberField("energyKiloJouleCount", energy.energyKiloJouleCount());
        }
        json.writeEndObject();
    }

    private static void packet(RrPacket packet, JsonGenerator json) throws IOException {
        json.writeStringField("contact", packet.contact().name());
        number("heartRateBpm", packet.heartRateBpm(), json);
        json.writeStringField("unit", packet.rr().unit().name());
        json.writeArrayFieldStart("rr");
        for (int i = 0; i < packet.rr().size(); i++) {
            json.writeNumber(packet.rr().raw(i));
        }
        json.writeEndArray();
    }

    private static void wave(Waveform wave, JsonGenerator json) throws IOException {
        json.writeNumberField("firstSampleNs", wave.firstSampleNs());
        json.writeStringField("kind", wave.kind().name());
        json.writeNumberField("sampleRateHz", wave.sampleRateHz());
        json.writeArrayFieldStart("samples");
        for (int i = 0; i < wave.samples().size(); i++) {
            json.writeNumber(wave.samples().get(i));
        }
        json.writeEndArray();
    }

    private static void number(String name, double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
