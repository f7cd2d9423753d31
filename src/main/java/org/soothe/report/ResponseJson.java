package org.soothe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.soothe.response.PauseOffer;
import org.soothe.response.ResponseNote;
import org.soothe.response.ResponseSignal;

/** The response of a snapshot as fields of its line. Stateless. */
final class ResponseJson {
    private ResponseJson() {}

    static void write(JsonGenerator json, ResponseSignal response, @Nullable PauseOffer offer) throws IOException {
        json.writeStringField("response", response.state().name());
        if (response instanceof ResponseSignal.Unreadable unreadable) {
            json.writeStringField("responseReason", unreadable.reason().name());
        } else if (response instanceof ResponseSignal.Settling settling) {
            json.writeNumberField("sinceMarkerNs", settling.sinceMarkerNs());
        } else if (response instanceof ResponseSignal.Reading reading) {
            json.writeNumberField("pNeutral", reading.pNeutral());
            json.writeNumberField("pSoothing", reading.pSoothing());
            json.writeNumberField("pThreat", reading.pThreat());
            json.writeNumberField("pOther", reading.pOther());
            JsonLines.measure(json, "zH", reading.zH());
            JsonLines.measure(json, "zV", reading.zV());
            json.writeNumberField("evidenceNs", reading.evidenceNs());
            json.writeArrayFieldStart("responseNotes");
            for (ResponseNote note : new TreeSet<>(reading.notes())) {
                json.writeString(note.name());
            }
            json.writeEndArray();
        }
        if (offer != null) {
            json.writeObjectFieldStart("pauseOffer");
            json.writeNumberField("timeNs", offer.timeNs());
            json.writeStringField("kind", offer.kind().name());
            json.writeStringField("cause", offer.cause().name());
            json.writeEndObject();
        }
    }
}
