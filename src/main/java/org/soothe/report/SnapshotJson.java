package org.soothe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.soothe.artifact.Quality;
import org.soothe.breathing.BreathPacer;
import org.soothe.breathing.PacedMeasures;
import org.soothe.engine.BeatReading;
import org.soothe.engine.Counters;
import org.soothe.engine.DecidedBeat;
import org.soothe.engine.SignalNote;
import org.soothe.engine.SignalReading;
import org.soothe.engine.Snapshot;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.hrv.LiveMeasures;
import org.soothe.hrv.Measure;

/**
 * Writes snapshots as JSON, one per line. The bytes depend on the snapshots alone. Not thread-safe.
 *
 * <p>A measure that is withheld is null, and {@code reasons} at the end of the line says why.
 */
public final class SnapshotJson implements AutoCloseable {
    private final JsonGenerator json;
    private final String[] withheldNames = new String[64];
    private final Measure[] withheld = new Measure[64];
    private BeatSource source;
    private int withheldCount;

    /** Makes a writer to a stream, which stays open; the source holds where the events say none. */
    public SnapshotJson(OutputStream out, BeatSource source) throws IOException {
        this(JsonLines.generator(out), source);
    }

    /** Makes a writer of snapshots within the lines of another. */
    SnapshotJson(JsonGenerator json, BeatSource source) {
        this.json = json;
        this.source = source;
    }

    /** Writes one line. */
    public void write(Snapshot snapshot) throws IOException {
        withheldCount = 0;
        json.writeStartObject();
        json.writeNumberField("timeNs", snapshot.timeNs());
        json.writeNumberField("tickNs", snapshot.tickNs());
        BeatSource known = snapshot.signal().source() == BeatSource.UNKNOWN
                ? source
                : snapshot.signal().source();
        json.writeStringField("source", known.name());
        json.writeStringField("variability", known.variability());
        beat(snapshot.beat());
        quality(snapshot);
        signal(snapshot.signal());
        hrv(snapshot.hrv());
        paced(snapshot.paced());
        measure("breathingRatePerMin", snapshot.breathingRatePerMin());
        pacer(snapshot.pacer(), snapshot.timeNs());
        ResponseJson.write(json, snapshot.response(), snapshot.offer());
        counters(snapshot.counters());
        json.writeObjectFieldStart("reasons");
        for (int i = 0; i < withheldCount; i++) {
            JsonLines.reason(json, withheldNames[i], withheld[i]);
        }
        JsonLines.end(json);
        JsonLines.end(json);
    }

    /** Writes a line of its own for what a sensor is doing. */
    public void write(SensorStatus status) throws IOException {
        json.writeStartObject();
        json.writeNumberField("timeNs", status.timeNs());
        json.writeStringField("sensorState", status.state().name());
        json.writeStringField("reason", status.reason());
        JsonLines.end(json);
    }

    /** Writes a line of its own for which sensor it is; from then on its beats are called after their source. */
    public void write(SensorIdentity identity) throws IOException {
        source = identity.source();
        json.writeStartObject();
        json.writeNumberField("timeNs", identity.timeNs());
        json.writeStringField("sensorKind", identity.kind());
        json.writeStringField("sensorName", identity.name());
        json.writeStringField("sensorAddress", identity.address());
        json.writeStringField("source", source.name());
        json.writeStringField("details", identity.details());
        JsonLines.end(json);
    }

    /** Writes a line of its own for the charge of a sensor's battery. */
    public void write(BatteryLevel battery) throws IOException {
        json.writeStartObject();
        json.writeNumberField("timeNs", battery.timeNs());
        json.writeNumberField("batteryPercent", battery.levelPercent());
        JsonLines.end(json);
    }

    /** Sends what was written on its way. */
    public void flush() throws IOException {
        json.flush();
    }

    /** Ends the last line and sends it on its way. */
    @Override
    public void close() throws IOException {
        json.close();
    }

    private void measure(String name, Measure measure) throws IOException {
        JsonLines.measure(json, name, measure);
        if (!measure.isAvailable()) {
            withheldNames[withheldCount] = name;
            withheld[withheldCount++] = measure;
        }
    }

    private void beat(BeatReading beat) throws IOException {
        measure("provisionalRrMs", beat.provisionalRrMs());
        measure("provisionalHeartRateBpm", beat.provisionalHeartRateBpm());
        measure("sensorHeartRateBpm", beat.sensorHeartRateBpm());
        if (beat.decided() instanceof DecidedBeat.Decided decided) {
            json.writeObjectFieldStart("decidedBeat");
            json.writeNumberField("indexCount", decided.indexCount());
            json.writeNumberField("timeNs", decided.timeNs());
            json.writeNumberField("rawRrMs", decided.rawRrMs());
            json.writeStringField("beatClass", decided.beatClass().name());
            measure("correctedRrMs", decided.correctedRrMs());
            JsonLines.end(json);
        } else {
            json.writeNullField("decidedBeat");
        }
    }

    private void quality(Snapshot snapshot) throws IOException {
        Quality quality = snapshot.quality();
        json.writeStringField("quality", quality.grade().name());
        measure("correctedPercent", Figures.correctedPercent(quality));
        measure("coveragePercent", Figures.known(quality.coveragePercent()));
        measure("longestGapMs", Figures.known(quality.longestGapMs()));
        json.writeStringField("rhythm", snapshot.rhythm().name());
    }

    private void signal(SignalReading signal) throws IOException {
        measure("pulseGoodRatio", signal.pulseGoodRatio());
        json.writeStringField("respiration", signal.respiration().name());
        measure("channelRatePerMin", signal.channelRatePerMin());
        json.writeBooleanField("moving", signal.moving());
        json.writeArrayFieldStart("signalNotes");
        for (SignalNote note : SignalNote.values()) {
            if (signal.notes().contains(note)) {
                json.writeString(note.name());
            }
        }
        json.writeEndArray();
    }

    private void hrv(LiveMeasures hrv) throws IOException {
        measure("shownHeartRateBpm", hrv.shownHeartRateBpm());
        measure("heartRateBpm", hrv.heartRateBpm());
        measure("rmssdMs", hrv.rmssdMs());
        measure("lnRmssd", hrv.lnRmssd());
        measure("lfMs2", hrv.lfMs2());
        measure("hfMs2", hrv.hfMs2());
        measure("lnHf", hrv.lnHf());
        measure("heartBreathingRatePerMin", hrv.breathingRatePerMin());
        measure("breathingShareRatio", hrv.breathingShareRatio());
        measure("smoothnessRatio", hrv.smoothnessRatio());
        measure("coherenceRatio", hrv.coherenceRatio());
        measure("rsaLowHz", hrv.rsaLowHz());
        measure("rsaHighHz", hrv.rsaHighHz());
        measure("rsaPowerMs2", hrv.rsaPowerMs2());
        measure("lnRsaPower", hrv.lnRsaPower());
    }

    private void paced(PacedMeasures paced) throws IOException {
        measure("lnRsa", paced.lnRsa());
        measure("rsaAmplitudeMs", paced.rsaAmplitudeMs());
        measure("pacedRsaPowerMs2", paced.rsaPowerMs2());
        measure("lagRadians", paced.lagRadians());
        measure("r2Ratio", paced.r2Ratio());
        measure("plvRatio", paced.plvRatio());
        json.writeStringField("adherence", paced.adherence().name());
        if (paced.adherenceReason() != null) {
            json.writeStringField("adherenceReason", paced.adherenceReason().name());
        }
    }

    private void pacer(BreathPacer pacer, long timeNs) throws IOException {
        json.writeStringField("pacer", pacer.mode().name());
        if (pacer.isRunning() && timeNs >= pacer.anchorNs()) {
            json.writeNumberField("pacerRatePerMin", pacer.ratePerMin(timeNs));
            json.writeNumberField("pacerPhaseRatio", pacer.phaseRatio(timeNs));
        }
    }

    private void counters(Counters counters) throws IOException {
        json.writeObjectFieldStart("counters");
        json.writeNumberField("eventCount", counters.eventCount());
        json.writeNumberField("refusedBackwardCount", counters.refusedBackwardCount());
        json.writeNumberField("refusedAheadCount", counters.refusedAheadCount());
        json.writeNumberField("axisJumpCount", counters.axisJumpCount());
        json.writeNumberField("skippedTickCount", counters.skippedTickCount());
        json.writeNumberField("packetCount", counters.packetCount());
        json.writeNumberField("latePacketCount", counters.latePacketCount());
        json.writeNumberField("duplicatePacketCount", counters.duplicatePacketCount());
        json.writeNumberField("surplusPacketCount", counters.surplusPacketCount());
        json.writeNumberField("uncountableIntervalCount", counters.uncountableIntervalCount());
        json.writeNumberField("beatCount", counters.beatCount());
        json.writeNumberField("gapCount", counters.gapCount());
        json.writeNumberField("normalCount", counters.normalCount());
        json.writeNumberField("rangeCount", counters.rangeCount());
        json.writeNumberField("ectopicCount", counters.ectopicCount());
        json.writeNumberField("missedCount", counters.missedCount());
        json.writeNumberField("extraCount", counters.extraCount());
        json.writeNumberField("longShortCount", counters.longShortCount());
        json.writeNumberField("leftOutCount", counters.leftOutCount());
        json.writeNumberField("blockCount", counters.blockCount());
        json.writeNumberField("blockGapCount", counters.blockGapCount());
        json.writeNumberField("unsuitedBlockCount", counters.unsuitedBlockCount());
        json.writeNumberField("misplacedBlockCount", counters.misplacedBlockCount());
        json.writeNumberField("waveBeatCount", counters.waveBeatCount());
        json.writeNumberField("refinedCount", counters.refinedCount());
        JsonLines.end(json);
    }
}
