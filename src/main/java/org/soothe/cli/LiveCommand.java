package org.soothe.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.formats.PhaseFile;
import org.soothe.report.UnitText;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.session.Delivery;
import org.soothe.session.LiveSession;
import org.soothe.session.RecordingSink;
import org.soothe.session.SessionAxis;
import org.soothe.session.SessionEnd;
import org.soothe.session.SessionSink;
import org.soothe.time.SessionClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code soothe live}: a sensor through the live engine. */
@Command(
        name = "live",
        header = "Shows a heart now: a sensor through the live engine.",
        description = {
            "",
            "In a terminal it shows the same as replay and what the sensor is doing; elsewhere one line a minute and one"
                    + " for every change of the sensor. With --json every packet of beats gives the same line as in"
                    + " replay, and every change of the sensor a line of its own. Ctrl-C ends the session.",
            "",
            "Every session is recorded, unless --no-record says otherwise: on this computer, for its owner only. What is"
                    + " shown as recorded is on the disk.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when the reader of a pipe has seen enough",
            "2:wrong command line, or a file that cannot be read",
            "69:the sensor has given up",
            "74:the results or the recording cannot be written, such as on a full disk",
            "130:ended with Ctrl-C"
        })
final class LiveCommand implements Callable<Integer> {
    private static final int QUEUE_CAPACITY = 1024;
    private static final long END_PATIENCE_MS = 20_000;

    private final Terminal terminal;

    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--sensor",
            required = true,
            paramLabel = "SENSOR",
            description = "Which sensor, such as simulated:moderate-threat. A wrong name lists what there is.")
    private String sensorName = "";

    @Mixin
    private SensorOptions sensorOptions = new SensorOptions();

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            converter = SpeedConverter.class,
            description = "For simulated persons only: 50 for fifty times the pace of the heart (default: 1).")
    private double speed = 1;

    @Option(names = "--json", description = "Write one JSON object per line instead.")
    private boolean json;

    @Option(
            names = "--duration",
            paramLabel = "LENGTH",
            converter = TimeLength.Converter.class,
            description = "How long the session lasts, such as 2min or 90s; else until Ctrl-C.")
    private @Nullable TimeLength duration;

    @Mixin
    private RecordOptions recording = new RecordOptions();

    @Option(
            names = "--pacer",
            paramLabel = "RATE",
            converter = ReplayCommand.PacerConverter.class,
            description = "Run a breathing pacer of 4 to 10 breaths a minute from the start, and read RSA on it.")
    private double pacerPerMin = Double.NaN;

    @Option(
            names = "--phases",
            paramLabel = "FILE",
            description =
                    "Phases of the session, for the response, as for replay: a table of time, phase and breathing.")
    private @Nullable Path phases;

    @Mixin
    private ResponseOption method = new ResponseOption();

    private final AtomicReference<@Nullable Exception> viewFailure = new AtomicReference<>();

    LiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Sets the description of the command; the sensors that there are stand under its help. */
    @Spec
    void spec(CommandSpec newSpec) {
        spec = newSpec;
        List<String> footer = new ArrayList<>(List.of("", "Sensors:"));
        for (String line : SensorKinds.usage()) {
            footer.add("  " + line);
        }
        spec.usageMessage().footer(footer.toArray(String[]::new));
    }

    @Override
    public Integer call() throws Exception {
        boolean simulated = SensorKinds.isSimulated(sensorName);
        if (speed != 1 && !simulated) {
            throw new ParameterException(
                    spec.commandLine(), "--speed is for simulated persons only: a real heart has its own pace.");
        }
        Progress messages = Progress.silent(terminal);
        SessionClock clock = new SessionClock(terminal.clock(), Instant.now(), speed);
        Sensor sensor = sensor(clock);
        ResponseMethod reading = method.ofNewSession();
        List<Event> plan = new ArrayList<>();
        SessionRecorder recorder;
        Later later = new Later(messages);
        try {
            if (!Double.isNaN(pacerPerMin)) {
                plan.add(PacerSetting.steady(0, pacerPerMin, ReplayCommand.DEFAULT_INHALE_RATIO));
            }
            plan.addAll(phases == null ? List.of() : PhaseFile.read(phases));
            recorder = recording.start(clock.startedAt(), reading, later);
        } catch (RecordingFormatException e) {
            messages.say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        } catch (IllegalArgumentException e) {
            messages.say("soothe: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        } catch (IOException e) {
            messages.say("soothe: cannot seal the recording: " + e.getMessage());
            return Soothe.WRONG_INPUT;
        }
        SessionAxis axis = simulated ? SessionAxis.ofSimulated(clock) : SessionAxis.of(clock);
        LiveSession session = new LiveSession(new Engine(reading), new EventQueue(QUEUE_CAPACITY), axis)
                .sensor(sensor)
                .plan(plan);
        if (duration != null) {
            session.lasting(duration.lengthNs());
        }
        if (recorder != null) {
            session.sink(new RecordingSink(recorder), Delivery.EVERY_EVENT);
        }
        return run(session, messages, later, recorder);
    }

    private Sensor sensor(SessionClock clock) {
        try {
            return SensorKinds.sensor(sensorName, sensorOptions, clock);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int run(LiveSession session, Progress messages, Later later, @Nullable SessionRecorder recorder)
            throws Exception {
        LiveView view = view(messages);
        later.shownBy(view);
        session.sink(view, view instanceof LiveScreen ? Delivery.NEWEST : Delivery.EVERY_EVENT);
        session.onSinkFailure((sink, failure) -> failed(session, view, sink, failure));
        CleanEnd clean = CleanEnd.on(session::stop, END_PATIENCE_MS);
        SessionEnd end;
        try {
            end = session.run();
            if (viewFailure.get() == null) {
                messages.say("soothe: " + farewell(end, recorder));
            }
        } finally {
            clean.reached();
        }
        if (viewFailure.get() != null) {
            throw viewFailure.get();
        }
        if (recorder != null && !isComplete(recorder.state())) {
            return Soothe.CANNOT_WRITE;
        }
        return end.cause() == SessionEnd.Cause.SENSOR_FAILED ? Soothe.NO_SENSOR : Soothe.DONE;
    }

    /** Without a view nobody watches any more; without a recording the person still sees their heart. */
    private void failed(LiveSession session, LiveView view, SessionSink sink, Exception failure) {
        if (sink == view) {
            viewFailure.set(failure);
            session.stop();
        } else {
            view.notice("The recording has stopped: " + failure.getMessage());
        }
    }

    private static boolean isComplete(RecordingState state) {
        return state instanceof RecordingState.Closed closed && closed.complete();
    }

    private static String farewell(SessionEnd end, @Nullable SessionRecorder recorder) {
        String words = end.reason() + " " + UnitText.clock(end.timeNs()) + ", "
                + end.last().counters().beatCount() + " beats. ";
        if (recorder == null) {
            return words + "Nothing was kept, as you asked for.";
        }
        RecordingState state = recorder.state();
        if (isComplete(state)) {
            return words + state.committedEventCount() + " events are kept in " + state.file() + ".";
        }
        String reason = state instanceof RecordingState.Closed closed ? closed.reason() : "it was not closed in time";
        if (state.committedEventCount() == 0) {
            return words + "NOTHING WAS RECORDED into " + state.file() + ": " + reason + ".";
        }
        return words + state.file() + " HOLDS ONLY A PART, " + state.committedEventCount() + " of " + end.eventCount()
                + " events: " + reason + ".";
    }

    /** What the recorder says, before there is a view to show it. May be called from any thread. */
    private static final class Later implements RecordOptions.Voice {
        private final Progress messages;
        private volatile @Nullable LiveView view;

        Later(Progress messages) {
            this.messages = messages;
        }

        void shownBy(LiveView newView) {
            view = newView;
        }

        @Override
        public void say(String text) {
            LiveView shown = view;
            if (shown == null) {
                messages.say("soothe: " + text);
            } else {
                shown.notice(text);
            }
        }
    }

    private LiveView view(Progress messages) throws IOException {
        BufferedOutputStream stream = new BufferedOutputStream(terminal.out(), 1 << 16);
        if (json) {
            return new LiveJson(stream, messages);
        }
        String heading = sensorName + (speed == 1 ? "" : ", " + UnitText.plain(speed) + " times its pace");
        return terminal.outIsWatched()
                ? new LiveScreen(stream, terminal.clock(), heading, duration)
                : new LiveLines(stream, messages, heading);
    }

    /** Reads speeds of a simulated person. */
    static final class SpeedConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            double speed = Typed.number(value);
            if (!(speed >= 0.1 && speed <= 100_000)) {
                throw new TypeConversionException("must be 0.1 to 100000, was \"" + value + "\"");
            }
            return speed;
        }
    }
}
