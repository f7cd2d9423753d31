package org.soothe.sensor.serial;

import java.util.function.Consumer;
import org.soothe.sensor.serial.SerialFrame.Reason;

/**
 * The lines that the PulseSensor Playground library prints in its output type {@code SERIAL_PLOTTER}.
 *
 * <pre>
 *   72,833,512      beats per minute, last interval in ms, sample in converter counts
 * </pre>
 *
 * <p>The interval is repeated on every line until the next beat, so two equal intervals one after the other look like one: no
 * RR can be taken from it. Only the wave is read. Not thread-safe.
 */
final class PlotterDecoder implements FrameDecoder, LineAssembler.Sink {

    private static final int MOST_COUNT = 1 << 24;
    private static final int FIELDS = 3;

    private final LineAssembler lines = new LineAssembler(true);
    private Consumer<? super SerialFrame> frames = frame -> {};

    @Override
    public void accept(byte[] bytes, int length, Consumer<? super SerialFrame> sink) {
        frames = sink;
        lines.accept(bytes, length, this);
    }

    @Override
    public void line(byte[] line, int length) {
        int from = 0;
        for (int field = 1; field < FIELDS; field++) {
            int comma = comma(line, from, length);
            if (comma < 0 || WholeNumber.parse(line, from, comma) < 0) {
                frames.accept(new SerialFrame.Malformed(comma < 0 ? Reason.UNKNOWN_LINE : Reason.BAD_NUMBER));
                return;
            }
            from = comma + 1;
        }
        long valueCount = WholeNumber.parse(line, from, length, -MOST_COUNT, MOST_COUNT);
        frames.accept(
                valueCount == WholeNumber.NONE
                        ? new SerialFrame.Malformed(Reason.BAD_NUMBER)
                        : new SerialFrame.Sample((int) valueCount));
    }

    private static int comma(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] == ',') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void tooLong() {
        frames.accept(new SerialFrame.Malformed(Reason.TOO_LONG));
    }
}
