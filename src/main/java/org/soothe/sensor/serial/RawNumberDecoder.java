package org.soothe.sensor.serial;

import java.util.function.Consumer;
import org.soothe.sensor.serial.SerialFrame.Reason;

/**
 * One sample per line, as a whole number and nothing else.
 *
 * <pre>
 *   512
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class RawNumberDecoder implements FrameDecoder, LineAssembler.Sink {

    private static final int MOST_COUNT = 1 << 24;

    private final LineAssembler lines = new LineAssembler(true);
    private Consumer<? super SerialFrame> frames = frame -> {};

    @Override
    public void accept(byte[] bytes, int length, Consumer<? super SerialFrame> sink) {
        frames = sink;
        lines.accept(bytes, length, this);
    }

    @Override
    public void line(byte[] line, int length) {
        long valueCount = WholeNumber.parse(line, 0, length, -MOST_COUNT, MOST_COUNT);
        frames.accept(
                valueCount == WholeNumber.NONE
                        ? new SerialFrame.Malformed(Reason.BAD_NUMBER)
                        : new SerialFrame.Sample((int) valueCount));
    }

    @Override
    public void tooLong() {
        frames.accept(new SerialFrame.Malformed(Reason.TOO_LONG));
    }
}
