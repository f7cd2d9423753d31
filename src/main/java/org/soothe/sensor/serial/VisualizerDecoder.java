package org.soothe.sensor.serial;

import java.util.function.Consumer;
import org.soothe.sensor.serial.SerialFrame.Reason;

/**
 * The lines that the PulseSensor Playground library prints in its output type {@code PROCESSING_VISUALIZER}.
 *
 * <pre>
 *   S512      a sample in converter counts, every 20 ms in the stock examples
 *   B72       a beat: the mean rate of the last ten, in beats per minute
 *   Q833      just after it: the interval before that beat, in ms
 * </pre>
 *
 * <p>The beat is taken from Q; B only goes with it. Not thread-safe.
 */
final class VisualizerDecoder implements FrameDecoder, LineAssembler.Sink {

    private static final int MOST_COUNT = 1 << 24;
    private static final int MOST_BPM = 1_000;
    private static final int MOST_RR_MS = 60_000;

    private final LineAssembler lines = new LineAssembler(true);
    private double heartRateBpm = Double.NaN;
    private Consumer<? super SerialFrame> frames = frame -> {};

    @Override
    public void accept(byte[] bytes, int length, Consumer<? super SerialFrame> sink) {
        frames = sink;
        lines.accept(bytes, length, this);
    }

    @Override
    public void line(byte[] line, int length) {
        switch (line[0]) {
            case 'S' -> sample(WholeNumber.parse(line, 1, length, -MOST_COUNT, MOST_COUNT));
            case 'B' -> rate(WholeNumber.parse(line, 1, length, 0, MOST_BPM));
            case 'Q' -> beat(WholeNumber.parse(line, 1, length, 0, MOST_RR_MS));
            default -> frames.accept(new SerialFrame.Malformed(Reason.UNKNOWN_LINE));
        }
    }

    private void sample(long valueCount) {
        frames.accept(
                valueCount == WholeNumber.NONE
                        ? new SerialFrame.Malformed(Reason.BAD_NUMBER)
                        : new SerialFrame.Sample((int) valueCount));
    }

    private void rate(long bpm) {
        heartRateBpm = bpm == WholeNumber.NONE ? Double.NaN : bpm;
        if (bpm == WholeNumber.NONE) {
            frames.accept(new SerialFrame.Malformed(Reason.BAD_NUMBER));
        }
    }

    private void beat(long rrMs) {
        frames.accept(
                rrMs == WholeNumber.NONE
                        ? new SerialFrame.Malformed(Reason.BAD_NUMBER)
                        : new SerialFrame.Beat(rrMs, heartRateBpm, true));
        heartRateBpm = Double.NaN;
    }

    @Override
    public void tooLong() {
        frames.accept(new SerialFrame.Malformed(Reason.TOO_LONG));
    }
}
