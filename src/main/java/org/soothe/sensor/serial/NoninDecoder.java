package org.soothe.sensor.serial;

import java.util.function.Consumer;
import org.soothe.sensor.serial.SerialFrame.Reason;

/**
 * The five-byte frames of Nonin oximeters, 75 a second, 25 to a packet.
 *
 * <pre>
 *   format 2    byte 1 = 1      byte 2 = status   byte 3 = pulse wave           byte 4 = figures   byte 5 = sum
 *   format 7    byte 1 = status byte 2, byte 3 = pulse wave, high byte first    byte 4 = figures   byte 5 = sum
 *
 *   status      bit 7: always 1 | 6: sensor unplugged | 5: artifact | 4: out of track | 3: sensor fault
 *               | 2, 1: quality of the beat | 0: first frame of a packet
 *   sum         bytes 1 to 4, modulo 256
 * </pre>
 *
 * <p>The sum alone is weak, so {@value #LOCK} good frames in a row are asked for before the first one counts, and again after a
 * bad one. Not thread-safe.
 */
final class NoninDecoder implements FrameDecoder {

    private static final int FRAME = 5;
    private static final int LOCK = 5;
    private static final int STATUS = 0x80;
    private static final int UNPLUGGED_OR_FAULT = 0x48;

    private final int format;
    private final byte[] frame = new byte[FRAME];
    private int filled;
    private int goodFrames;

    /** Makes a decoder of a format, 2 or 7. */
    NoninDecoder(int format) {
        if (format != 2 && format != 7) {
            throw new IllegalArgumentException("format must be 2 or 7, was " + format);
        }
        this.format = format;
    }

    @Override
    public void accept(byte[] bytes, int length, Consumer<? super SerialFrame> frames) {
        for (int i = 0; i < length; i++) {
            frame[filled++] = bytes[i];
            if (filled == FRAME) {
                judge(frames);
            }
        }
    }

    private void judge(Consumer<? super SerialFrame> frames) {
        if (isFrame()) {
            filled = 0;
            if (goodFrames < LOCK) {
                goodFrames++;
            } else {
                frames.accept(content());
            }
        } else {
            if (goodFrames > 0) {
                frames.accept(new SerialFrame.Malformed(Reason.BAD_CHECKSUM));
            }
            goodFrames = 0;
            System.arraycopy(frame, 1, frame, 0, FRAME - 1);
            filled = FRAME - 1;
        }
    }

    private boolean isFrame() {
        int sum = (frame[0] + frame[1] + frame[2] + frame[3]) & 0xFF;
        return (status() & STATUS) != 0 && (format == 7 || frame[0] == 1) && sum == (frame[4] & 0xFF);
    }

    private int status() {
        return format == 7 ? frame[0] : frame[1];
    }

    private SerialFrame content() {
        if ((status() & UNPLUGGED_OR_FAULT) != 0) {
            return new SerialFrame.NoFinger();
        }
        return new SerialFrame.Sample(format == 7 ? (frame[1] & 0xFF) << 8 | (frame[2] & 0xFF) : frame[2] & 0xFF);
    }
}
