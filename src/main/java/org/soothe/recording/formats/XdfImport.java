package org.soothe.recording.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;
import org.soothe.recording.formats.xdf.XdfReader;
import org.soothe.recording.formats.xdf.XdfStream;

/**
 * Reads XDF: a stream of RR intervals, else one with an electrocardiogram; marker streams become phases and markers. Zero of
 * the axis is the first sample of the stream, or 0 of the file's clock where that is ours. Stateless.
 */
final class XdfImport {
    private static final double OWN_CLOCK_S = 3600;

    private XdfImport() {}

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        XdfReader.Contents contents = XdfReader.read(file.path(), file.bytes());
        List<XdfStream> streams = contents.streams();
        List<String> labels = streams.stream().map(XdfStream::name).toList();
        String told = options.column() == null ? "" : options.column();
        List<Integer> rr = new ArrayList<>();
        List<Integer> ecg = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            XdfStream stream = streams.get(i);
            boolean numbers = !stream.isTexts() && stream.size() > 1;
            if (numbers && isIntervals(stream)) {
                rr.add(i);
            } else if (numbers && (WaveImport.namedEcg(stream.type()) || WaveImport.namedEcg(stream.name()))) {
                ecg.add(i);
            }
        }
        int chosen = WaveImport.choose(file, labels, rr.isEmpty() ? ecg : rr, told);
        XdfStream stream = streams.get(chosen);
        if (stream.isTexts() || stream.size() < 2) {
            throw file.whole("stream \"" + stream.name() + "\" holds no samples", "intervals or an electrocardiogram");
        }
        boolean pulse = streams.stream().anyMatch(other -> other.type().equals("PRV features"));
        double zeroS = stream.timeS(0) >= 0 && stream.timeS(0) < OWN_CLOCK_S ? 0 : stream.timeS(0);
        List<Event> markers = markers(streams, zeroS);
        return isIntervals(stream)
                ? intervals(file, stream, zeroS, markers, contents.notes(), pulse, options)
                : wave(file, stream, zeroS, markers, contents.notes(), options);
    }

    private static boolean isIntervals(XdfStream stream) {
        String type = stream.type().toLowerCase(Locale.ROOT);
        String first = stream.channels().get(0).label().toLowerCase(Locale.ROOT);
        return stream.rateHz() == 0
                && (new ColumnName(type).role() == ColumnName.Role.INTERVAL
                        || new ColumnName(first).role() == ColumnName.Role.INTERVAL);
    }

    private static List<Event> markers(List<XdfStream> streams, double zeroS) {
        List<Event> events = new ArrayList<>();
        for (XdfStream stream : streams) {
            for (int i = 0; stream.isTexts() && i < stream.size(); i++) {
                String text = stream.text(i, 0);
                if (!Imported.forPeople(text) && Double.isFinite(stream.timeS(i))) {
                    events.add(Imported.event(Math.round((stream.timeS(i) - zeroS) * 1e9), text));
                }
            }
        }
        return events;
    }

    private static RrRecording intervals(
            SourceFile file,
            XdfStream stream,
            double zeroS,
            List<Event> markers,
            List<String> notes,
            boolean pulse,
            ReadOptions options)
            throws RecordingFormatException {
        RawColumns columns = new RawColumns(true);
        for (int i = 0; i < stream.size(); i++) {
            columns.add(i + 1, stream.value(i, 0), (stream.timeS(i) - zeroS) * 1000);
        }
        Hints hints = new Hints("XDF, stream \"" + stream.name() + "\" with intervals").timeUnitMs(1);
        if (pulse) {
            hints.source(BeatSource.PULSE);
        }
        notes.forEach(hints::note);
        IntervalUnit unit = ColumnName.unitOf(stream.channels().get(0).unit().toLowerCase(Locale.ROOT));
        hints.unit(unit, "the channel of the stream");
        if (stream.channels().size() > 1 && stream.name().startsWith("Soothe")) {
            hints.time(TimeColumn.BEAT);
        }
        RrRecording recording = SeriesReader.toRecording(file, columns, hints, options);
        return Imported.with(recording, markers);
    }

    private static RrRecording wave(
            SourceFile file,
            XdfStream stream,
            double zeroS,
            List<Event> markers,
            List<String> notes,
            ReadOptions options)
            throws RecordingFormatException {
        double rateHz = stream.rateHz();
        String unit = stream.channels().get(0).unit();
        double microvolts = WaveImport.checkedMicrovolts(file, stream.name(), unit, rateHz);
        List<Event> events = new ArrayList<>(markers);
        int from = 0;
        int gaps = 0;
        for (int i = 1; i <= stream.size(); i++) {
            boolean joined =
                    i < stream.size() && Math.abs(stream.timeS(i) - stream.timeS(i - 1) - 1 / rateHz) < 0.5 / rateHz;
            if (!joined) {
                long firstNs = Math.round((stream.timeS(from) - zeroS) * 1e9);
                WaveImport.append(events, firstNs, rateHz, from, i, s -> stream.value(s, 0) * microvolts);
                gaps += i < stream.size() ? 1 : 0;
                from = i;
            }
        }
        Hints hints = new Hints("XDF, stream \"" + stream.name() + "\" with an electrocardiogram");
        notes.forEach(hints::note);
        hints.note("Channel \"" + stream.channels().get(0).label() + "\": " + UnitFinder.text(rateHz) + " Hz, "
                + Imported.duration(stream.timeS(stream.size() - 1) - stream.timeS(0)) + ", from " + unit
                + " to whole microvolts" + (gaps == 0 ? "" : ", " + gaps + " interruptions") + ".");
        return Imported.ofWaves(file, hints, "microvolts (from the stream)", events, options);
    }
}
