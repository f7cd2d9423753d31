package org.soothe.recording.formats;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;
import org.soothe.recording.formats.edf.EdfAnnotation;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfReader;
import org.soothe.recording.formats.edf.EdfSignal;

/**
 * Reads EDF and EDF+: the raw intervals that our own export writes as annotations, else an electrocardiogram. Other
 * annotations become phases and markers. Stateless.
 */
final class EdfImport {
    private static final Pattern BEAT = Pattern.compile("RR [A-Z_]{1,20}( after a gap)?");

    private EdfImport() {}

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        EdfFile edf = EdfReader.read(file.path(), file.bytes());
        boolean intervals =
                options.column() == null && edf.annotations().stream().anyMatch(EdfImport::isInterval);
        RrRecording recording = intervals ? intervals(file, edf, options) : wave(file, edf, options);
        return recording.startedAt(
                edf.startedAt() == null ? null : edf.startedAt().toInstant(ZoneOffset.UTC));
    }

    private static boolean isInterval(EdfAnnotation annotation) {
        return annotation.durationNs() > 0 && BEAT.matcher(annotation.text()).matches();
    }

    private static List<Event> events(EdfFile edf) {
        List<Event> events = new ArrayList<>();
        for (EdfAnnotation annotation : edf.annotations()) {
            if (!isInterval(annotation) && !Imported.forPeople(annotation.text())) {
                events.add(Imported.event(annotation.onsetNs(), annotation.text()));
            }
        }
        return events;
    }

    private static RrRecording intervals(SourceFile file, EdfFile edf, ReadOptions options) {
        Hints hints = new Hints("EDF+ with an annotation per interval");
        for (EdfAnnotation annotation : edf.annotations()) {
            if (annotation.text().startsWith("Method recording, beats found in: ")) {
                hints.source(source(annotation.text()));
            }
        }
        RecordingBuilder builder =
                new RecordingBuilder(file.path(), hints, "milliseconds (from the annotations)", TimeColumn.BEAT);
        for (EdfAnnotation annotation : edf.annotations()) {
            if (isInterval(annotation)) {
                builder.beatAt(annotation.durationNs() / 1e6, (annotation.onsetNs() + annotation.durationNs()) / 1e6);
            }
        }
        if (edf.signals().stream().anyMatch(signal -> WaveImport.namedEcg(signal.label()))) {
            hints.note("There is an electrocardiogram too; --column ECG reads its wave instead.");
        }
        return Imported.with(builder.build(options.source()), events(edf));
    }

    private static BeatSource source(String text) {
        for (BeatSource source : BeatSource.values()) {
            if (text.endsWith(source.words())) {
                return source;
            }
        }
        return BeatSource.UNKNOWN;
    }

    private static RrRecording wave(SourceFile file, EdfFile edf, ReadOptions options) throws RecordingFormatException {
        List<String> labels = edf.signals().stream().map(EdfSignal::label).toList();
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (WaveImport.namedEcg(labels.get(i))) {
                candidates.add(i);
            }
        }
        String told = options.column();
        EdfSignal signal = edf.signals().get(WaveImport.choose(file, labels, candidates, told == null ? "" : told));
        double microvolts = WaveImport.checkedMicrovolts(file, signal.label(), signal.dimension(), signal.rateHz());
        List<Event> events = events(edf);
        int perRecord = signal.size() / Math.max(1, edf.recordStartsNs().size());
        int from = 0;
        int gaps = 0;
        for (int record = 0; record < edf.recordStartsNs().size(); record++) {
            long startNs = edf.recordStartsNs().get(record);
            boolean last = record + 1 == edf.recordStartsNs().size();
            boolean joined =
                    !last && Math.abs(edf.recordStartsNs().get(record + 1) - startNs - edf.recordNs()) < 1_000_000;
            if (!joined) {
                int to = (record + 1) * perRecord;
                long firstNs = startNs - Math.round((to - perRecord - from) * 1e9 / signal.rateHz());
                WaveImport.append(events, firstNs, signal.rateHz(), from, to, i -> signal.physical(i) * microvolts);
                from = to;
                gaps += last ? 0 : 1;
            }
        }
        Hints hints = new Hints("EDF" + (edf.annotations().isEmpty() ? "" : "+") + " with an electrocardiogram");
        hints.note("Signal \"" + signal.label() + "\": " + UnitFinder.text(signal.rateHz()) + " Hz, "
                + Imported.duration(signal.size() / signal.rateHz()) + ", from " + signal.dimension()
                + " to whole microvolts" + (gaps == 0 ? "" : ", " + gaps + " interruptions") + ".");
        return Imported.ofWaves(file, hints, "microvolts (from the file)", events, options);
    }
}
