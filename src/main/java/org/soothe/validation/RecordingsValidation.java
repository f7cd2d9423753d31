package org.soothe.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;

/**
 * Labelled recordings of real people through the live engine: rest before each task is cut in two, the first part is the
 * reference, the second a calm stretch, and the task is read against the same reference. The carrier phase is
 * CONTROL_IMAGERY, because the engine reads no stress tasks by name. Not thread-safe.
 */
public final class RecordingsValidation {
    private static final long REFERENCE_NS = 300_000_000_000L;
    private static final long SHORT_REFERENCE_NS = 180_000_000_000L;
    private static final long LEAST_CALM_NS = 60_000_000_000L;

    private RecordingsValidation() {}

    /** Runs all subjects and returns the page in Markdown, which ends with the verdict. */
    public static String page(Path folder, LongConsumer progress) throws IOException, RecordingFormatException {
        StressPredict data = StressPredict.read(folder);
        List<StretchFinding> findings = new ArrayList<>();
        long done = 0;
        for (Map.Entry<String, List<LabelledStretch>> subject : data.labels().entrySet()) {
            findings.addAll(run(data.events(subject.getKey()), subject.getValue()));
            progress.accept(++done);
        }
        return RecordingsPage.markdown(findings);
    }

    private static List<StretchFinding> run(List<Event> recorded, List<LabelledStretch> stretches) {
        List<Part> parts = parts(stretches);
        List<Event> events = new ArrayList<>(recorded);
        for (Part part : parts) {
            events.add(part.start());
        }
        events.sort(Comparator.comparingLong(Event::timeNs));
        return listen(events, parts, stretches.get(0).subject());
    }

    /** A stretch or a part of one, and what it stands for. */
    private record Part(long fromNs, long toNs, boolean reference, boolean stress) {
        PhaseStart start() {
            return new PhaseStart(fromNs, reference ? Phase.BASELINE_FREE : Phase.CONTROL_IMAGERY, BreathingMode.FREE);
        }
    }

    private static List<Part> parts(List<LabelledStretch> stretches) {
        List<Part> parts = new ArrayList<>();
        for (LabelledStretch stretch : stretches) {
            long lengthNs = stretch.toNs() - stretch.fromNs();
            long referenceNs = lengthNs >= 2 * REFERENCE_NS ? REFERENCE_NS : SHORT_REFERENCE_NS;
            if (stretch.stress()) {
                parts.add(new Part(stretch.fromNs(), stretch.toNs(), false, true));
            } else if (lengthNs >= referenceNs + LEAST_CALM_NS) {
                parts.add(new Part(stretch.fromNs(), stretch.fromNs() + referenceNs, true, false));
                parts.add(new Part(stretch.fromNs() + referenceNs, stretch.toNs(), false, false));
            }
        }
        return parts;
    }

    private static List<StretchFinding> listen(List<Event> events, List<Part> parts, String subject) {
        Engine engine = new Engine();
        List<StretchFinding> findings = new ArrayList<>();
        List<Double> restBpm = new ArrayList<>();
        long tickNs = Long.MIN_VALUE;
        int at = -1;
        for (Event event : events) {
            engine.update(event);
            long newestNs = Math.floorDiv(event.timeNs() - 1, Engine.TICK_NS) * Engine.TICK_NS;
            while (at + 1 < parts.size() && parts.get(at + 1).fromNs() < newestNs) {
                at++;
                if (parts.get(at).reference()) {
                    restBpm.clear();
                } else {
                    double rest = Ranking.median(
                            restBpm.stream().mapToDouble(Double::doubleValue).toArray());
                    findings.add(new StretchFinding(subject, parts.get(at).stress(), rest));
                }
            }
            if (newestNs > tickNs) {
                tickNs = newestNs;
                if (at >= 0 && tickNs <= parts.get(at).toNs()) {
                    hear(engine.snapshot(), parts.get(at), findings, restBpm);
                }
            }
        }
        return findings;
    }

    private static void hear(Snapshot snapshot, Part part, List<StretchFinding> findings, List<Double> restBpm) {
        if (!part.reference()) {
            findings.get(findings.size() - 1).add(snapshot);
        } else if (snapshot.hrv().heartRateBpm().isAvailable()) {
            restBpm.add(snapshot.hrv().heartRateBpm().orNaN());
        }
    }
}
