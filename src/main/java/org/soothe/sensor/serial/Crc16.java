package org.soothe.sensor.serial;

/**
 * The 16-bit cyclic redundancy check known as CRC-16/IBM-3740 (also "CCITT-FALSE"): polynomial 0x1021, start 0xFFFF, bits not
 * reflected, no final exclusive or; the digits {@code 123456789} give 0x29B1. Only functions.
 */
final class Crc16 {

    private static final int POLYNOMIAL = 0x1021;
    private static final int START = 0xFFFF;

    private Crc16() {}

    /** Returns the check of the bytes in {@code [from, to)}. */
    static int of(byte[] bytes, int from, int to) {
        int crc = START;
        for (int i = from; i < to; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
        }
        return crc & 0xFFFF;
    }
}
