package org.soothe.sensor.serial;

import java.util.function.Consumer;

/**
 * Turns the bytes of one protocol into frames. It answers any bytes and never throws, and the same bytes give the same frames
 * however they are cut into pieces. Not thread-safe; owned by whoever feeds it.
 */
interface FrameDecoder {

    /** Reads the first {@code length} bytes and hands on the frames they complete, in order. */
    void accept(byte[] bytes, int length, Consumer<? super SerialFrame> frames);
}
