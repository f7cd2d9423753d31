package org.soothe.sensor.ble.rig;

/** The bytes that a strap sends. */
public final class StrapBytes {

    private StrapBytes() {}

    /** Returns a Heart Rate Measurement with contact felt: rate in one byte, RR in ticks of 1/1024 s. */
    public static byte[] measurement(int rateBpm, int... rrTicks1024) {
        byte[] bytes = new byte[2 + 2 * rrTicks1024.length];
        bytes[0] = (byte) (0x06 | (rrTicks1024.length > 0 ? 0x10 : 0));
        bytes[1] = (byte) rateBpm;
        for (int i = 0; i < rrTicks1024.length; i++) {
            bytes[2 + 2 * i] = (byte) rrTicks1024[i];
            bytes[3 + 2 * i] = (byte) (rrTicks1024[i] >> 8);
        }
        return bytes;
    }
}
