package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.PhaseFile;
import org.soothe.recording.formats.export.ExportSession;
import org.soothe.recording.formats.export.MethodLine;
import org.soothe.report.MethodCard;
import org.soothe.response.ResponseMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a person says about a recording that is handed on: its phases, whose it is, when it began. */
final class ExportDetails {
    /** The pseudonym of a person who was not named. */
    static final String NOBODY = "X";

    @Option(
            names = "--phases",
            paramLabel = "FILE",
            description = "Phases of the session: a table of time, phase and breathing, such as"
                    + " 300,COMPASSION_SELF,free.")
    private @Nullable Path phases;

    @Option(
            names = "--subject",
            paramLabel = "PSEUDONYM",
            defaultValue = NOBODY,
            converter = PseudonymConverter.class,
            description = "Pseudonym of the person, letters and digits, never a name (default: ${DEFAULT-VALUE}).")
    private String subject = NOBODY;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description =
                    "When the recording began, such as 2026-11-25T14:03:00Z. Default: what the file says, if it does.")
    private @Nullable Instant start;

    @Mixin
    private ResponseOption method = new ResponseOption();

    /** Returns a recording with what was said about it, ready to be handed on. */
    ExportSession session(Opened opened, Terminal terminal) throws IOException, RecordingFormatException {
        RrRecording recording = opened.recording();
        ResponseMethod reading = method.of(opened, terminal);
        List<Event> events = new ArrayList<>(phases == null ? List.of() : PhaseFile.read(phases));
        boolean marked = !events.isEmpty();
        events.addAll(recording.events());
        if (marked) {
            events.sort(Comparator.comparingLong(Event::timeNs));
        }
        List<String> notes = new ArrayList<>(recording.notes());
        notes.add("Read from " + recording.format() + "; " + recording.unit() + "; "
                + recording.timeColumn().words() + ".");
        return new ExportSession(
                subject,
                start == null ? opened.startedAt() : start,
                recording.source(),
                events,
                reading,
                notes,
                Version.text(),
                card(Version.text(), reading));
    }

    private static List<MethodLine> card(String version, ResponseMethod method) {
        List<MethodLine> lines = new ArrayList<>();
        for (MethodCard.Section section :
                MethodCard.ofExport(version, "whole session and phases", method).sections()) {
            for (MethodCard.Entry entry : section.entries()) {
                lines.add(new MethodLine(section.name(), entry.name(), entry.text()));
            }
        }
        return lines;
    }

    /** Reads pseudonyms. */
    static final class PseudonymConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (!ExportSession.isPseudonym(value)) {
                throw new TypeConversionException("must be 1 to 32 letters and digits, was \"" + value + "\"");
            }
            return value;
        }
    }

    /** Reads the start of a recording. */
    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "must be a time with its zone such as 2026-11-25T14:03:00Z, was \"" + value + "\"");
            }
        }
    }
}
