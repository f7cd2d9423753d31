package org.soothe.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;
import org.soothe.response.HeartRateReference;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.World;

/**
 * Labelled recordings of real people through the live engine: rest before each task is cut in two, the first part is the
 * reference, the second a calm stretch, and the task is read against the same reference. The carrier phase is
 * CONTROL_IMAGERY, because the engine reads no stress tasks by name. Only ticks whose minute lies wholly in a stretch count.
 * Not thread-safe.
 */
public final class RecordingsValidation {
    /** Windows with a heart rate below which a mean or a reference says nothing. */
    static final int LEAST_WINDOWS = 6;

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long REFERENCE_NS = 300_000_000_000L;
    private static final long SHORT_REFERENCE_NS = 180_000_000_000L;
    private static final int MEDITATORS = 200;
    private static final long MEDITATION_SEED = 5_500_000_000L;

    private RecordingsValidation() {}

    /**
     * What came out. Immutable.
     *
     * @param page the page in Markdown, which ends with the verdict
     * @param stretches one row per stretch, as CSV
     */
    public record Findings(String page, String stretches) {}

    /** Runs all subjects, and simulated meditators beside them. */
    public static Findings run(Path folder, LongConsumer progress) throws IOException, RecordingFormatException {
        StressPredict data = StressPredict.read(folder);
        List<PersonFinding> people = new ArrayList<>();
        long done = 0;
        for (Map.Entry<String, List<LabelledStretch>> subject : data.labels().entrySet()) {
            String name = subject.getKey();
            people.add(new PersonFinding(name, "intervals", listen(data.events(name), subject.getValue())));
            if (data.hasWave(name)) {
                people.add(new PersonFinding(name, "raw wave", listen(data.wave(name), subject.getValue())));
            }
            progress.accept(++done);
        }
        return new Findings(RecordingsPage.markdown(people, meditators()), RecordingsPage.csv(people));
    }

    /** A fast heart with a strong swing at 0.1 Hz, which must not read as threat; one cohort per method. */
    private static List<ResponseCohort> meditators() {
        List<ResponseMethod> methods = List.of(ResponseMethod.values());
        SimulatedScript script = SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE)
                .with(AddOn.SLOW_MEDITATION)
                .lasting(300, 310, 0);
        List<List<ResponseOutcome>> outcomes = IntStream.range(0, MEDITATORS)
                .parallel()
                .mapToObj(i -> ResponseTrial.run(methods, World.STANDARD, script, MEDITATION_SEED + i))
                .toList();
        return IntStream.range(0, methods.size())
                .mapToObj(method -> new ResponseCohort(
                        outcomes.stream().map(both -> both.get(method)).toList()))
                .toList();
    }

    /** A stretch or a part of one, and what it stands for. */
    private record Part(LabelledStretch stretch, boolean reference) {
        PhaseStart start() {
            return new PhaseStart(
                    stretch.fromNs(), reference ? Phase.BASELINE_FREE : Phase.CONTROL_IMAGERY, BreathingMode.FREE);
        }
    }

    private static List<Part> parts(List<LabelledStretch> stretches) {
        List<Part> parts = new ArrayList<>();
        for (LabelledStretch stretch : stretches) {
            long lengthNs = stretch.toNs() - stretch.fromNs();
            long referenceNs = lengthNs >= 2 * REFERENCE_NS ? REFERENCE_NS : SHORT_REFERENCE_NS;
            if (stretch.stress()) {
                parts.add(new Part(stretch, false));
            } else if (lengthNs >= referenceNs + MINUTE_NS) {
                long cutNs = stretch.fromNs() + referenceNs;
                parts.add(new Part(new LabelledStretch(stretch.subject(), stretch.fromNs(), cutNs, false), true));
                parts.add(new Part(new LabelledStretch(stretch.subject(), cutNs, stretch.toNs(), false), false));
            }
        }
        return parts;
    }

    private static List<StretchFinding> listen(List<Event> recorded, List<LabelledStretch> stretches) {
        List<Part> parts = parts(stretches);
        List<Event> events = new ArrayList<>(recorded);
        parts.forEach(part -> events.add(part.start()));
        events.sort(Comparator.comparingLong(Event::timeNs));
        Engine engine = new Engine();
        List<StretchFinding> findings = new ArrayList<>();
        HeartRateReference rest = new HeartRateReference();
        long tickNs = Long.MIN_VALUE;
        int at = -1;
        for (Event event : events) {
            engine.update(event);
            long newestNs = engine.tickNs();
            while (at + 1 < parts.size() && parts.get(at + 1).stretch().fromNs() < newestNs) {
                at++;
                if (parts.get(at).reference()) {
                    rest = new HeartRateReference();
                } else {
                    findings.add(new StretchFinding(parts.get(at).stretch(), rest));
                }
            }
            if (at >= 0 && newestNs > tickNs && inside(parts.get(at).stretch(), newestNs)) {
                hear(engine.snapshot(), parts.get(at), findings, rest);
            }
            tickNs = newestNs;
        }
        return findings;
    }

    private static boolean inside(LabelledStretch stretch, long tickNs) {
        return tickNs - MINUTE_NS >= stretch.fromNs() && tickNs <= stretch.toNs();
    }

    private static void hear(Snapshot snapshot, Part part, List<StretchFinding> findings, HeartRateReference rest) {
        if (!part.reference()) {
            findings.get(findings.size() - 1).add(snapshot);
        } else if (snapshot.hrv().heartRateBpm().isAvailable()) {
            rest.add(snapshot.tickNs(), snapshot.hrv().heartRateBpm().orNaN());
        }
    }
}
