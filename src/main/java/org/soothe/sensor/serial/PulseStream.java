package org.soothe.sensor.serial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorState;
import org.soothe.event.Waveform;

/** Turns what a device of a known protocol sends into events. Not thread-safe; owned by the sensor's thread. */
final class PulseStream {

    /** Samples per second from which on PRV can be computed from a wave; physiology 4.2. */
    static final double LEAST_RATE_HZ = 100;

    /** Fewest and most samples a second in which beats are looked for. */
    private static final double FEWEST_RATE_HZ = 50;

    private static final double MOST_RATE_HZ = 1000;

    /** How far a measured rate may be from the one that is meant, as in the search for beats. */
    private static final double RATE_ERROR_RATIO = 0.01;

    /** Time after which a sensor that says nothing, or no beat any more, is called silent. */
    static final long SILENCE_NS = 3_000_000_000L;

    /** Time that a device may take for its first beat. */
    static final long FIRST_BEAT_NS = 10_000_000_000L;

    private static final int UNREADABLE_BYTES = 64;

    private static final String LOSS =
            " Much of what it sends is lost or garbled on the way, and no beat is taken across a hole:"
                    + " check plugs and cable, or use a shorter one.";

    private final SerialProtocol protocol;
    private final SerialTalk talk;
    private final FrameDecoder decoder;
    private final BeatIntake intake;
    private final WaveAssembler wave;
    private final LineLoss loss;
    private String streamWords = "";
    private @Nullable String name;
    private long nowNs;
    private long lastGoodNs;
    private long lastBeatNs;
    private long bytesSinceGood;
    private boolean sentBeats;
    private double saidRateHz;

    PulseStream(SerialProtocol protocol, SerialTalk talk, long nowNs) {
        this.protocol = protocol;
        this.talk = talk;
        this.decoder = protocol.newDecoder();
        this.intake = new BeatIntake(protocol.beatsDropped());
        this.wave = new WaveAssembler(protocol.sampleRateHz(), this::wave);
        this.loss = new LineLoss(nowNs);
        this.lastGoodNs = nowNs;
        this.lastBeatNs = nowNs;
    }

    /** Takes bytes that arrived at a time. */
    void accept(byte[] bytes, int length, long arrivalNs) {
        nowNs = arrivalNs;
        bytesSinceGood += length;
        decoder.accept(bytes, length, this::frame);
        wave.endOfRead(arrivalNs);
        if (loss.changes(arrivalNs) && talk.state() == SensorState.STREAMING) {
            streams(streamWords);
        }
        idle(arrivalNs);
    }

    /** Hears that it is now this time; says so if the sensor is silent. */
    void idle(long timeNs) {
        if (timeNs - lastGoodNs > SILENCE_NS) {
            intake.restart();
            wave.restart(timeNs);
            if (!isUnreadable(timeNs)) {
                silent(timeNs, "Nothing arrives from the sensor. Check the cable and that the device runs.");
            }
        } else if (expectsBeats() && timeNs - lastBeatNs > (sentBeats ? SILENCE_NS : FIRST_BEAT_NS)) {
            silent(timeNs, "The device finds no beat. Lay the finger on lightly and keep it still.");
        }
    }

    private boolean expectsBeats() {
        return sentBeats || protocol == SerialProtocol.VISUALIZER;
    }

    /** Says why nothing comes, also where nothing has come yet: who waits for the first beat must know what for. */
    private void silent(long timeNs, String words) {
        boolean began = talk.state() == SensorState.STREAMING || talk.state() == SensorState.SILENT;
        talk.status(timeNs, began ? SensorState.SILENT : SensorState.CONNECTED, words);
    }

    /** Returns whether bytes have come for a while that mean nothing in this protocol. */
    boolean isUnreadable(long timeNs) {
        return timeNs - lastGoodNs > SILENCE_NS && bytesSinceGood > UNREADABLE_BYTES;
    }

    private void frame(SerialFrame frame) {
        if (frame instanceof SerialFrame.Malformed) {
            wave.lost(1);
            loss.garbled();
            return;
        }
        lastGoodNs = nowNs;
        bytesSinceGood = 0;
        if (frame instanceof SerialFrame.Sample sample) {
            wave.sample(sample.valueCount());
        } else if (frame instanceof SerialFrame.TimedSamples timed) {
            wave.timed(timed);
        } else if (frame instanceof SerialFrame.Beat beat) {
            beat(beat);
        } else if (frame instanceof SerialFrame.Hello hello) {
            hello(hello);
        } else if (frame instanceof SerialFrame.Lost) {
            loss.missed();
        } else if (frame instanceof SerialFrame.Restart) {
            restart("The device started anew.");
        } else if (frame instanceof SerialFrame.NoFinger) {
            restart("The device says that there is no finger in it, or that it looks for the pulse.");
        }
    }

    private void beat(SerialFrame.Beat beat) {
        sentBeats = true;
        lastBeatNs = nowNs;
        if (!intake.takes(nowNs)) {
            return;
        }
        if (!beat.follows()) {
            silent(nowNs, "A beat was lost on the way.");
        }
        streams("Beats arrive.");
        talk.put(new RrPacket(nowNs, SensorContact.UNSUPPORTED, beat.heartRateBpm(), RrIntervals.ofMs(beat.rrMs())));
    }

    /** A wave is a stream, too, except where beats are what is waited for and they stopped. */
    private void wave(Waveform block) {
        boolean silent = talk.state() == SensorState.SILENT;
        boolean anotherRate = wave.sampleRateHz() != saidRateHz && !expectsBeats();
        if ((talk.state() != SensorState.STREAMING || anotherRate) && !(silent && expectsBeats())) {
            saidRateHz = wave.sampleRateHz();
            streams(waveWords());
        }
        talk.put(block);
    }

    private void streams(String words) {
        streamWords = words;
        talk.status(nowNs, SensorState.STREAMING, loss.isMany() ? words + LOSS : words);
    }

    private String waveWords() {
        String rate = "The pulse wave arrives, " + rateWords() + " samples a second.";
        if (expectsBeats()) {
            return rate + " Waiting for the first beats.";
        }
        if (protocol == SerialProtocol.PLOTTER) {
            return rate + " Plotter lines repeat their interval, so they are not valid for variability: set the output"
                    + " type of the sketch to PROCESSING_VISUALIZER.";
        }
        double rateHz = wave.sampleRateHz();
        if (rateHz > MOST_RATE_HZ * (1 + RATE_ERROR_RATIO)) {
            return rate
                    + " That is too many for a pulse, and no beat is looked for: send 100 to 1000, or check that the"
                    + " device sends the wave alone.";
        }
        if (rateHz < FEWEST_RATE_HZ * (1 - RATE_ERROR_RATIO)) {
            return rate + " That is too few, and no beat is looked for: send 100 to 1000.";
        }
        return rateHz >= LEAST_RATE_HZ * (1 - RATE_ERROR_RATIO)
                ? rate
                : rate + " That is enough for a heart rate and a picture; variability (PRV) needs 100 or more.";
    }

    private String rateWords() {
        return BigDecimal.valueOf(wave.sampleRateHz())
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void hello(SerialFrame.Hello hello) {
        if (!hello.name().equals(name)) {
            name = hello.name();
            talk.identity(nowNs, protocol.words() + ", " + name);
        }
    }

    private void restart(String words) {
        intake.restart();
        wave.restart(nowNs);
        silent(nowNs, words);
    }
}
