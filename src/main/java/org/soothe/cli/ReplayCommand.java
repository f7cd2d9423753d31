package org.soothe.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.event.SensorIdentity;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionInfo;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.formats.PhaseFile;
import org.soothe.report.MethodCard;
import org.soothe.response.ResponseMethod;
import org.soothe.session.Pace;
import org.soothe.session.Replay;
import org.soothe.time.NanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code soothe replay}: a recording through the live engine. */
@Command(
        name = "replay",
        header = "Plays a recording through the live engine, as if the heart were beating now.",
        description = {
            "",
            "In a terminal it shows heart rate, intervals, variability, breathing, signal quality and the breathing"
                    + " pacer as they change; elsewhere one line a minute. With --json every beat gives a line"
                    + " whose bytes do not depend on the speed.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when the reader of a pipe has seen enough",
            "1:--verify has found a difference",
            "2:wrong command line, or a file that cannot be read",
            "74:the results cannot be written, such as on a full disk",
            "130:ended with Ctrl-C"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final long END_PATIENCE_MS = 1000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Recording: a session of soothe, RR text, CSV, .hrm, IBI.csv or annotations. Several only with"
                            + " --verify.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--verify",
            description =
                    "Show nothing; replay sessions through a fresh engine and compare every recorded value, bit for"
                            + " bit. Ends with 1 if one differs.")
    private boolean verify;

    @Mixin
    private StartOptions start = new StartOptions();

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Also record the replay as a session of soothe, into this new file.")
    private @Nullable Path record;

    @Mixin
    private ResponseOption method = new ResponseOption();

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "max",
            converter = SpeedConverter.class,
            description = "1 for the pace of the heart, 50 for fifty times that, or max (default: ${DEFAULT-VALUE}).")
    private double speed = Double.POSITIVE_INFINITY;

    @Option(names = "--json", description = "Write one JSON object per line instead: after every beat.")
    private boolean json;

    @Option(
            names = "--pacer",
            paramLabel = "RATE",
            converter = PacerConverter.class,
            description = "Run a breathing pacer of 4 to 10 breaths a minute from the start, and read RSA on it.")
    private double pacerPerMin = Double.NaN;

    @Option(
            names = "--phases",
            paramLabel = "FILE",
            description = "Phases of the session, for the response: a table of time, phase and breathing, such as"
                    + " 300,COMPASSION_SELF,free. Breathing is free, paced, or a pace such as 5.5. Ratings and markers can"
                    + " stand between them, such as 598,SAFE,7 and 372,MOVED.")
    private @Nullable Path phases;

    @Mixin
    private CardOption card = new CardOption();

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String problem = input.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        if (verify) {
            return new VerifySessions(terminal, input).run(files);
        }
        if (record != null && (start.isGiven() || Files.exists(record))) {
            throw new ParameterException(
                    spec.commandLine(),
                    Files.exists(record)
                            ? record + " is there already and is not written over."
                            : "--record keeps a whole replay; it does not go with --seek or --from-phase.");
        }
        if (files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "Only --verify takes several files.");
        }
        Path file = files.get(0);
        RrRecording recording;
        List<Event> marks;
        ResponseMethod reading;
        try {
            Opened opened = input.open(file, terminal);
            recording = opened.recording();
            marks = phases == null ? List.of() : PhaseFile.read(phases);
            reading = method.of(opened, terminal);
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        card.write(MethodCard.ofReplay(Version.text(), reading));
        Pace pace = Double.isInfinite(speed) ? Pace.unbounded() : Pace.times(speed, terminal.clock());
        List<Event> events = events(recording, marks);
        StartOptions.Start begin;
        try {
            begin = start.in(events, new Engine(reading), recordingIsAsIs(marks) ? file : null, input);
        } catch (RecordingFormatException e) {
            Progress.silent(terminal).say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        Replay replay = new Replay(begin.events(), pace);
        CleanEnd end = CleanEnd.on(replay::stop, END_PATIENCE_MS);
        try (ReplayView view = recorded(view(recording), reading)) {
            view.begin();
            replay.run(begin.engine(), view);
        } finally {
            end.reached();
        }
        return Soothe.DONE;
    }

    /** Returns whether the engine hears what the one that was recorded heard, so that its kept states can be used. */
    private boolean recordingIsAsIs(List<Event> marks) {
        return !method.isGiven() && marks.isEmpty() && Double.isNaN(pacerPerMin);
    }

    private List<Event> events(RrRecording recording, List<Event> marks) {
        List<Event> events = new ArrayList<>(recording.size() + 1);
        if (!Double.isNaN(pacerPerMin)) {
            long firstNs = recording.events().get(0).timeNs();
            events.add(PacerSetting.steady(Math.min(0, firstNs), pacerPerMin, DEFAULT_INHALE_RATIO));
        }
        if (record != null && !SessionFile.isSession(recording.path())) {
            long firstNs = recording.events().get(0).timeNs();
            events.add(
                    0,
                    new SensorIdentity(
                            Math.min(0, firstNs),
                            "file",
                            recording.format(),
                            "",
                            recording.source(),
                            recording.unit()));
        }
        events.addAll(SessionEvents.with(recording, marks));
        return events;
    }

    private ReplayView recorded(ReplayView view, ResponseMethod reading) throws IOException {
        if (record == null) {
            return view;
        }
        SessionInfo info = RecordOptions.info("", reading, "");
        SessionRecorder recorder = SessionRecorder.start(record, info, null, NanoClock.system(), state -> {});
        return new RecordingView(view, recorder);
    }

    private ReplayView view(RrRecording recording) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
        if (json) {
            return new JsonView(out, terminal, recording, !Double.isInfinite(speed));
        }
        return terminal.outIsWatched()
                ? new ReplayScreen(out, terminal, recording, speed)
                : new PlainView(out, recording);
    }

    /** In-breath to out-breath of 45:55, the usual one (physiology basis 6.1). */
    static final double DEFAULT_INHALE_RATIO = 0.45;

    /** Reads speeds. */
    static final class SpeedConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            if (value.equals("max")) {
                return Double.POSITIVE_INFINITY;
            }
            double speed = Typed.number(value);
            if (!(speed >= 0.1 && speed <= 100_000)) {
                throw new TypeConversionException("must be 0.1 to 100000, or max, was \"" + value + "\"");
            }
            return speed;
        }
    }

    /** Reads rates of the pacer. */
    static final class PacerConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            double rate = Typed.number(value);
            if (!(rate >= 4 && rate <= 10)) {
                throw new TypeConversionException("must be 4 to 10 breaths a minute, was \"" + value + "\"");
            }
            return rate;
        }
    }
}
