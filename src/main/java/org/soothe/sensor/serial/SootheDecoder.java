package org.soothe.sensor.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.soothe.event.Samples;
import org.soothe.sensor.serial.SerialFrame.Reason;

/**
 * Our own line protocol, as {@code firmware-notes/line-protocol.md} says it.
 *
 * <pre>
 *   $H,seq,time,rate,name*crc             hello: samples per second, and what the device is
 *   $S,seq,time,value[,value...]*crc      1 to 16 samples, and when the first of them was taken
 *   $B,seq,time,interval*crc              a beat, and the interval before it
 *
 *   seq          0 to 65535, one more with every line, then 0 again; 0 also after a start
 *   time         of the device in microseconds, modulo 2^32; interval likewise
 *   crc          {@link Crc16} of what stands between $ and *, as four hexadecimal digits
 * </pre>
 *
 * <p>Samples count from the first hello on, because it says their rate. Not thread-safe.
 */
final class SootheDecoder implements FrameDecoder, LineAssembler.Sink {

    private static final int MOST_COUNT = 1 << 24;
    private static final int MOST_RATE_HZ = 10_000;
    private static final int MOST_INTERVAL_US = 60_000_000;
    private static final int MOST_FIELDS = 20;
    private static final int CRC_TAIL = 5;
    private static final int SEQUENCE = 0x10000;
    private static final long WRAP_US = 1L << 32;

    private final LineAssembler lines = new LineAssembler(false);
    private final BeatChain beats = new BeatChain();
    private final int[] comma = new int[MOST_FIELDS + 1];
    private int fields;
    private int lastSeq = -1;
    private long lastTimeUs = -1;
    private boolean samplesSeen;
    private long deviceUs;
    private int rateHz;
    private Consumer<? super SerialFrame> frames = frame -> {};

    @Override
    public void accept(byte[] bytes, int length, Consumer<? super SerialFrame> sink) {
        frames = sink;
        lines.accept(bytes, length, this);
    }

    @Override
    public void tooLong() {
        malformed(Reason.TOO_LONG);
    }

    @Override
    public void line(byte[] line, int length) {
        int star = length - CRC_TAIL;
        if (star < 3 || line[0] != '$' || line[star] != '*' || line[2] != ',') {
            malformed(Reason.UNKNOWN_LINE);
        } else if (hex(line, star + 1, length) != Crc16.of(line, 1, star)) {
            malformed(Reason.BAD_CHECKSUM);
        } else {
            split(line, star);
            body(line);
        }
    }

    /** Finds the commas: field i lies between comma[i] and comma[i + 1], and field 0 is the sequence number. */
    private void split(byte[] line, int star) {
        fields = 0;
        for (int i = 2; i < star && fields < MOST_FIELDS; i++) {
            if (line[i] == ',') {
                comma[fields++] = i;
            }
        }
        comma[fields] = star;
    }

    private long number(byte[] line, int field, long least, long most) {
        return field < fields
                ? WholeNumber.parse(line, comma[field] + 1, comma[field + 1], least, most)
                : WholeNumber.NONE;
    }

    private void body(byte[] line) {
        long seq = number(line, 0, 0, SEQUENCE - 1);
        long timeUs = number(line, 1, 0, WRAP_US - 1);
        if (seq == WholeNumber.NONE || timeUs == WholeNumber.NONE) {
            malformed(Reason.BAD_NUMBER);
            return;
        }
        switch (line[1]) {
            case 'H' -> hello(line, (int) seq, timeUs);
            case 'S' -> samples(line, (int) seq, timeUs);
            case 'B' -> beat(line, (int) seq, timeUs);
            default -> malformed(Reason.UNKNOWN_LINE);
        }
    }

    private void hello(byte[] line, int seq, long timeUs) {
        long rate = number(line, 2, 1, MOST_RATE_HZ);
        if (rate == WholeNumber.NONE || fields != 4) {
            malformed(Reason.BAD_NUMBER);
            return;
        }
        if (seq == 0 && lastSeq >= 0 && lastSeq != SEQUENCE - 1) {
            restart();
        }
        count(seq);
        if (!samplesSeen) {
            goOn(timeUs);
        }
        rateHz = (int) rate;
        frames.accept(new SerialFrame.Hello(
                new String(line, comma[3] + 1, comma[4] - comma[3] - 1, StandardCharsets.US_ASCII)));
    }

    private void samples(byte[] line, int seq, long timeUs) {
        int[] values = new int[Math.max(0, fields - 2)];
        for (int i = 0; i < values.length; i++) {
            long value = number(line, 2 + i, -MOST_COUNT, MOST_COUNT);
            if (value == WholeNumber.NONE) {
                malformed(Reason.BAD_NUMBER);
                return;
            }
            values[i] = (int) value;
        }
        if (values.length == 0 || values.length > 16) {
            malformed(Reason.BAD_NUMBER);
            return;
        }
        if (samplesSeen && sinceLastUs(timeUs) < 0) {
            restart();
        }
        count(seq);
        goOn(timeUs);
        samplesSeen = true;
        if (rateHz > 0) {
            frames.accept(new SerialFrame.TimedSamples(
                    1_000 * deviceUs, rateHz, Samples.of(Arrays.copyOf(values, values.length))));
        }
    }

    private void beat(byte[] line, int seq, long timeUs) {
        long intervalUs = number(line, 2, 1, MOST_INTERVAL_US);
        if (intervalUs == WholeNumber.NONE || fields != 3) {
            malformed(Reason.BAD_NUMBER);
            return;
        }
        count(seq);
        frames.accept(new SerialFrame.Beat(intervalUs / 1_000.0, Double.NaN, beats.follows(timeUs, intervalUs)));
    }

    /** A device that started anew has a clock that started anew. */
    private void restart() {
        lastSeq = -1;
        lastTimeUs = -1;
        samplesSeen = false;
        beats.restart();
        frames.accept(new SerialFrame.Restart());
    }

    /**
     * Goes on to the time of a line. A hello may be later than the samples of the line after it, which were begun before, so its
     * time counts only as long as there are no samples.
     */
    private void goOn(long timeUs) {
        if (lastTimeUs >= 0) {
            deviceUs += sinceLastUs(timeUs);
        }
        lastTimeUs = timeUs;
    }

    private void count(int seq) {
        int lost = lastSeq < 0 ? 0 : Math.floorMod(seq - lastSeq - 1, SEQUENCE);
        if (lost > 0) {
            frames.accept(new SerialFrame.Lost(lost));
        }
        lastSeq = seq;
    }

    /** Returns the time since the last line with a time that counts, which may be negative: the counter wraps after 71 minutes. */
    private long sinceLastUs(long timeUs) {
        return (int) (timeUs - lastTimeUs);
    }

    private static int hex(byte[] line, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(line[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    private void malformed(Reason reason) {
        frames.accept(new SerialFrame.Malformed(reason));
    }

    /** Whether beats follow one another, by their times. */
    private static final class BeatChain {

        private static final long ROUNDING_US = 2_000;

        private long lastBeatUs = -1;

        boolean follows(long beatUs, long intervalUs) {
            boolean follows = lastBeatUs < 0 || Math.abs((int) (beatUs - lastBeatUs) - intervalUs) <= ROUNDING_US;
            lastBeatUs = beatUs;
            return follows;
        }

        void restart() {
            lastBeatUs = -1;
        }
    }
}
