package org.soothe.sensor.ble;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * Polar measurement data of one connection: asks what the strap can do, starts streams, turns frames into waveforms, stops
 * streams. Commands come from the thread of the sensor, values from the thread of the radio.
 */
final class PmdClient {

    // Design: a command is written, its answer comes as an indication. Reading the control point can come back as an
    // indication too, and the strap speaks up by itself; so an answer is what starts with F0 and repeats the command.

    private static final int GET_SETTINGS = 1;
    private static final int START = 2;
    private static final int STOP = 3;
    private static final long ANSWER_MS = 5_000;
    private static final long STOP_ANSWER_MS = 1_000;

    private static final WaveformKind[] AXES = {
        WaveformKind.ACCELERATION_X_MILLI_G, WaveformKind.ACCELERATION_Y_MILLI_G, WaveformKind.ACCELERATION_Z_MILLI_G
    };

    private final BleLink link;
    private final StrapOutbox outbox;
    private final StrapReporter reporter;
    private final BlockingQueue<PmdReply.Answer> answers = new LinkedBlockingQueue<>();
    private final List<PmdStream> running = new ArrayList<>();
    private final Map<PmdStream, SampleSpread> spreads = new EnumMap<>(PmdStream.class);
    private final StrapTime time = new StrapTime();
    private final Map<PmdFrame.Reason, Long> refused = new EnumMap<>(PmdFrame.Reason.class);

    PmdClient(BleLink link, StrapOutbox outbox, StrapReporter reporter) {
        this.link = link;
        this.outbox = outbox;
        this.reporter = reporter;
    }

    /** Starts the streams that the strap offers; says of each other one why not. The heartbeat never depends on this. */
    void start(Set<PmdStream> wanted) throws BleException, InterruptedException {
        if (!link.characteristics().contains(GattUuid.PMD_CONTROL_POINT)) {
            reporter.note("This strap offers no electrocardiogram or acceleration: only Polar straps with firmware 3.0"
                    + " or newer do. Heartbeats are not affected.");
            return;
        }
        link.subscribe(GattUuid.PMD_CONTROL_POINT);
        link.subscribe(GattUuid.PMD_DATA);
        PmdReply features = PmdReply.decode(link.read(GattUuid.PMD_CONTROL_POINT));
        for (PmdStream stream : PmdStream.values()) {
            if (wanted.contains(stream)) {
                String trouble = features instanceof PmdReply.Features known && !known.offers(stream)
                        ? "the strap does not offer it"
                        : start(stream);
                if (trouble != null) {
                    reporter.note("No " + stream.words() + ": " + trouble + ". Heartbeats are not affected.");
                }
            }
        }
    }

    /** Starts one stream; returns what went wrong, null if nothing. */
    private @Nullable String start(PmdStream stream) throws BleException, InterruptedException {
        PmdReply.Answer offer = ask(ANSWER_MS, new byte[] {GET_SETTINGS, (byte) stream.type()});
        if (offer == null || !offer.isDone()) {
            return offer == null ? "the strap does not answer" : offer.words();
        }
        PmdSettings offered = offer.settings();
        if (offered == null) {
            return "the settings that the strap offers cannot be read";
        }
        PmdSettings chosen = stream.choose(offered);
        synchronized (this) {
            spreads.put(stream, new SampleSpread(chosen.values(PmdSettings.RATE).get(0)));
        }
        byte[] settings = chosen.encode();
        byte[] command = new byte[2 + settings.length];
        command[0] = START;
        command[1] = (byte) stream.type();
        System.arraycopy(settings, 0, command, 2, settings.length);
        // Before the answer: a stream that was started must be stopped, even if we were closed while we waited.
        running.add(stream);
        PmdReply.Answer answer = ask(ANSWER_MS, command);
        if (answer != null && (answer.isDone() || answer.wasSoAlready())) {
            return null;
        }
        running.remove(stream);
        return answer == null ? "the strap does not answer" : answer.words();
    }

    private PmdReply.@Nullable Answer ask(long limitMs, byte[] command) throws BleException, InterruptedException {
        answers.clear();
        link.write(GattUuid.PMD_CONTROL_POINT, command);
        PmdReply.Answer answer = answers.poll(limitMs, TimeUnit.MILLISECONDS);
        while (answer != null && (answer.commandCount() != command[0] || answer.typeCount() != command[1])) {
            answer = answers.poll(limitMs, TimeUnit.MILLISECONDS);
        }
        return answer;
    }

    /** Stops what runs: a strap whose streams run on stays awake until its battery is empty. */
    void stop() throws BleException, InterruptedException {
        for (PmdStream stream : List.copyOf(running)) {
            ask(STOP_ANSWER_MS, new byte[] {STOP, (byte) stream.type()});
            running.remove(stream);
        }
    }

    void control(byte[] bytes) {
        PmdReply reply = PmdReply.decode(bytes);
        if (reply instanceof PmdReply.Answer answer) {
            answers.add(answer);
        } else if (reply instanceof PmdReply.Stopped stopped) {
            for (PmdStream stream : PmdStream.values()) {
                if (stopped.typesCount().contains(stream.type())) {
                    reporter.note(
                            "The strap stopped its " + stream.words() + " by itself. Heartbeats are not affected.");
                }
            }
        }
    }

    synchronized void data(byte[] bytes) {
        PmdFrame frame = PmdFrame.decode(bytes);
        if (frame instanceof PmdFrame.Data data && spreads.containsKey(data.stream())) {
            outbox.addAll(arrivalNs -> waveforms(data, arrivalNs));
        } else if (frame instanceof PmdFrame.Malformed malformed) {
            refuse(malformed.reason());
        }
    }

    private List<Waveform> waveforms(PmdFrame.Data data, long arrivalNs) {
        time.update(data.lastSampleNs(), arrivalNs);
        SampleSpread spread = spreads.get(data.stream());
        if (spread == null) {
            return List.of();
        }
        spread.update(data.lastSampleNs(), data.sampleCount());
        long firstNs = time.onSessionAxis(spread.firstSampleNs(data.sampleCount()));
        List<Waveform> waveforms = new ArrayList<>();
        for (int channel = 0; channel < data.channelCount(); channel++) {
            WaveformKind kind = data.stream() == PmdStream.ECG ? WaveformKind.ECG_MICROVOLT : AXES[channel];
            waveforms.add(new Waveform(arrivalNs, firstNs, kind, spread.rateHz(), data.channel(channel)));
        }
        return waveforms;
    }

    private void refuse(PmdFrame.Reason reason) {
        if (refused.merge(reason, 1L, Long::sum) == 1) {
            reporter.note("A block of samples cannot be read ("
                    + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ") and was left out. Further ones are counted.");
        }
    }

    /** Returns how many blocks of samples could not be read, by reason. */
    synchronized Map<PmdFrame.Reason, Long> refused() {
        return Map.copyOf(refused);
    }
}
