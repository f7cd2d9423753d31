package org.soothe.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReports;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.compare.Agreement;
import org.soothe.recording.compare.ChangedSettings;
import org.soothe.recording.compare.SideBySide;
import org.soothe.recording.file.Difference;
import org.soothe.recording.file.ExactReplay;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.formats.PhaseFile;
import org.soothe.report.ComparedSession;
import org.soothe.report.ComparisonJson;
import org.soothe.report.ComparisonTable;
import org.soothe.report.MethodCard;
import org.soothe.response.ResponseMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code soothe compare}: a session as it was recorded, and re-analysed with other settings, side by side. */
@Command(
        name = "compare",
        header = "Reads a session once more with other settings, and shows both readings side by side.",
        description = {
            "",
            "A is the session as it was recorded, with the settings that it has, and it is proved that this is what the file"
                    + " holds. B hears the same events with what --with sets otherwise. Both run in the same pass; every"
                    + " value is compared after every event, bit for bit. Shown are the lines of the method that differ,"
                    + " the phases, the ticks (every 5 s), where A and B differ first, and how often.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, whether A and B differ or not",
            "1:A is not what the file holds, because this version computes otherwise; both are shown all the same",
            "2:wrong command line, or a file that cannot be read",
            "74:the results cannot be written, such as on a full disk"
        })
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(paramLabel = "FILE", description = "A session, or whatever else soothe replay reads.")
    private Path file = Path.of("");

    @Mixin
    private SettingOption changed = new SettingOption();

    @Option(
            names = "--phases",
            paramLabel = "FILE",
            description = "Phases of a recording that has none, as for replay; both readings hear them.")
    private @Nullable Path phases;

    @Option(
            names = "--ticks",
            paramLabel = "WHICH",
            defaultValue = "differing",
            description = "Ticks that the table shows: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Ticks ticks = Ticks.differing;

    @Mixin
    private CardOption card = new CardOption();

    @Option(
            names = "--json",
            description = "Write JSON lines instead: settings with both method cards, phases, ticks, end.")
    private boolean json;

    /** Which ticks are shown; the constants are the words of the command line. */
    @SuppressWarnings("checkstyle:ConstantName") // they are typed by people
    enum Ticks {
        all,
        differing,
        none
    }

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = input.problem();
        ChangedSettings settings;
        try {
            settings = changed.settings();
        } catch (TypeConversionException e) {
            throw new ParameterException(spec.commandLine(), "--with: " + e.getMessage(), e);
        }
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        Opened opened;
        List<Event> events;
        Proof proof;
        try {
            opened = input.open(file, terminal);
            events = SessionEvents.with(opened.recording(), phases == null ? List.of() : PhaseFile.read(phases));
            proof = proof(opened);
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        ResponseMethod recorded = new ResponseOption().of(opened, terminal);
        SideBySide both = new SideBySide(settings, recorded);
        if (both.changesNothing(events)) {
            Progress.silent(terminal)
                    .say("soothe: these settings are those of the session already; B will be the same as A.");
        }
        ComparedSession session = compared(settings, both, events, recorded, proof);
        Map<String, MethodCard> cards = new LinkedHashMap<>();
        cards.put("A, as recorded", session.recordedCard());
        cards.put("B, re-analysed", session.otherCard());
        card.write(cards);
        show(both, events, session, opened.recording().source());
        return proof.isDifferent() ? Soothe.NOT_MET : Soothe.DONE;
    }

    private void show(SideBySide both, List<Event> events, ComparedSession session, BeatSource source)
            throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
        if (json) {
            BeatSource told = changed.settings().source();
            try (ComparisonJson lines = new ComparisonJson(out, source, told == null ? source : told)) {
                lines.begin(session);
                lines.end(both.run(events, lines::tick));
            }
        } else {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            ComparisonTable table = new ComparisonTable(text);
            table.begin(session);
            Agreement agreement = both.run(
                    events, (one, two, differences) -> table.tick(one, two, differences, isShown(differences)));
            table.end(agreement);
            text.flush();
        }
        out.flush();
    }

    private boolean isShown(List<Difference> differences) {
        return ticks == Ticks.all || (ticks == Ticks.differing && !differences.isEmpty());
    }

    /** Whether the first reading is what the file holds. */
    private record Proof(String sentence, boolean isDifferent) {}

    private Proof proof(Opened opened) throws IOException, RecordingFormatException {
        if (opened.info() == null) {
            return new Proof(
                    opened.recording().format() + ": it holds no results, so A is what this version says of it.",
                    false);
        }
        if (phases != null) {
            return new Proof("with the phases of " + phases + ", so A is what this version says of both.", false);
        }
        try (SessionFile session = input.session(file)) {
            ExactReplay.Verdict verdict = ExactReplay.of(session, Version.text());
            Difference first = verdict.first();
            if (first != null) {
                return new Proof(
                        "BUT NOT what the file holds, first at " + first.timeNs() / 1e9 + " s, " + first.path()
                                + ": recorded " + first.recorded() + ", now " + first.computed() + ". "
                                + verdict.explanation(),
                        true);
            }
            return new Proof(
                    verdict.comparedCount() + " snapshots are what the file holds, bit for bit"
                            + (verdict.uncomparedCount() == 0
                                    ? "."
                                    : "; " + verdict.uncomparedCount() + " after a loss cannot be compared."),
                    false);
        } catch (IOException e) {
            throw InputOptions.unreadable(file, e);
        }
    }

    private ComparedSession compared(
            ChangedSettings settings, SideBySide both, List<Event> events, ResponseMethod recorded, Proof proof)
            throws IOException {
        return new ComparedSession(
                file.toString(),
                proof.sentence(),
                !proof.isDifferent(),
                changed.typed(),
                cardOf(recorded, Map.of()),
                cardOf(both.otherMethod(), changed.typed()),
                PhaseReports.of(events, recorded),
                PhaseReports.of(settings.of(events), both.otherMethod()));
    }

    /** The card of a reading; what the settings change in the events stands in a section of its own. */
    private static MethodCard cardOf(ResponseMethod method, Map<String, String> told) throws IOException {
        List<MethodCard.Section> sections = new ArrayList<>(
                MethodCard.ofExport(Version.text(), "whole phases", method).sections());
        List<MethodCard.Entry> entries = new ArrayList<>();
        for (String key : List.of("pacer", "inhale", "breathing", "source", "waves")) {
            entries.add(new MethodCard.Entry(key, told.getOrDefault(key, "as recorded")));
        }
        sections.add(new MethodCard.Section("events", entries));
        return new MethodCard(sections);
    }
}
