package org.soothe.sensor.serial;

import java.util.function.Consumer;
import org.soothe.sensor.serial.SerialFrame.Reason;

/**
 * The five-byte frames of Contec finger oximeters of the older kind (CMS50D, CMS50E and others that copy it), 60 a second.
 *
 * <pre>
 *   bit       7   6          5          4          3 2 1 0
 *   byte 1    1   beat tone  (varies)   (varies)   strength of the signal
 *   byte 2    0   pulse wave, 0 to 127
 *   byte 3    0   rate bit 7 searching  no finger  bar
 *   byte 4    0   rate, low seven bits
 *   byte 5    0   oxygen saturation in percent
 * </pre>
 *
 * <p>Only the first byte has bit 7, and there is no checksum. The beat tone is as coarse as the frames, 17 ms, so no RR is taken
 * from it. Not thread-safe.
 */
final class ContecDecoder implements FrameDecoder {

    private static final int FRAME = 5;
    private static final int FIRST = 0x80;
    private static final int SEARCHING_OR_NO_FINGER = 0x30;

    private final byte[] frame = new byte[FRAME];
    private int filled;
    private boolean outOfStep;

    @Override
    public void accept(byte[] bytes, int length, Consumer<? super SerialFrame> frames) {
        for (int i = 0; i < length; i++) {
            boolean first = (bytes[i] & FIRST) != 0;
            if (first != (filled == 0)) {
                if (!outOfStep) {
                    frames.accept(new SerialFrame.Malformed(Reason.OUT_OF_STEP));
                }
                outOfStep = true;
                filled = 0;
            }
            if (first || filled > 0) {
                frame[filled++] = bytes[i];
            }
            if (filled == FRAME) {
                filled = 0;
                outOfStep = false;
                frames.accept(
                        (frame[2] & SEARCHING_OR_NO_FINGER) != 0
                                ? new SerialFrame.NoFinger()
                                : new SerialFrame.Sample(frame[1]));
            }
        }
    }
}
