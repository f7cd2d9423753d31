package org.soothe.sensor.ble.rig;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The strap's side of Polar measurement data: answers its control point by indication, and sends frames when told to. */
public final class StrapPmd {

    /** Type of an electrocardiogram. */
    public static final int ECG = 0;
    /** Type of acceleration. */
    public static final int ACC = 2;

    private static final int HEAD_BYTES = 10;

    private final StrapCharacteristic control;
    private final StrapCharacteristic data;
    private final TreeSet<Integer> running = new TreeSet<>();
    private final List<String> commands = new ArrayList<>();
    private int refusal;

    StrapPmd(StrapCharacteristic control, StrapCharacteristic data) {
        this.control = control;
        this.data = data;
        control.onWrite(this::answer);
    }

    /** Electrocardiogram and acceleration, as an H10 answers. */
    static byte[] features() {
        byte[] features = new byte[17];
        features[0] = 0x0F;
        features[1] = 1 << ECG | 1 << ACC;
        return features;
    }

    /** Answers starts with this status from now on; 0 again for success. */
    public synchronized void refuseStarts(int status) {
        refusal = status;
    }

    /** Returns the types of the streams that run. */
    public synchronized List<Integer> running() {
        return List.copyOf(running);
    }

    /** Returns the commands that came, such as {@code 2 0} for the start of an electrocardiogram. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Says by itself that it stopped streams. */
    public void stopByItself(int type) {
        synchronized (this) {
            running.remove(type);
        }
        control.push(new byte[] {1, (byte) type});
    }

    /** Sends bytes as a frame; returns false where nobody listens or that stream does not run. */
    public boolean send(byte[] frame) {
        synchronized (this) {
            if (frame.length > 0 && !running.contains(frame[0] & 0x3F)) {
                return false;
            }
        }
        return data.push(frame);
    }

    synchronized void stopAll() {
        running.clear();
    }

    private synchronized void answer(byte[] request) {
        int command = request.length > 0 ? request[0] : 0;
        int type = request.length > 1 ? request[1] : 0;
        commands.add(command + " " + type);
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.write(0xF0);
        reply.write(command);
        reply.write(type);
        switch (command) {
            case 1 -> reply.writeBytes(settings(type));
            case 2 -> reply.write(start(type));
            case 3 -> reply.write(running.remove(type) ? 0 : 6);
            default -> reply.write(1);
        }
        if (command != 1) {
            reply.write(0);
        }
        control.push(reply.toByteArray());
    }

    private int start(int type) {
        if (refusal != 0) {
            return refusal;
        }
        return running.add(type) ? 0 : 6;
    }

    /** Status, more flag, then id, count and values of each setting. */
    private static byte[] settings(int type) {
        return switch (type) {
            case ECG -> new byte[] {0, 0, 0, 1, (byte) 130, 0, 1, 1, 14, 0};
            case ACC ->
                new byte[] {0, 0, 0, 4, 25, 0, 50, 0, 100, 0, (byte) 200, 0, 1, 1, 16, 0, 2, 3, 2, 0, 4, 0, 8, 0};
            default -> new byte[] {3, 0};
        };
    }

    /** Returns a frame of an electrocardiogram whose last sample has a time of the strap's clock. */
    public static byte[] ecgFrame(long lastSampleNs, int... microvolts) {
        byte[] bytes = new byte[HEAD_BYTES + 3 * microvolts.length];
        ByteBuffer frame = head(bytes, ECG, 0, lastSampleNs);
        for (int value : microvolts) {
            frame.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        return bytes;
    }

    /** Returns a frame of acceleration, x y z after each other. */
    public static byte[] accFrame(long lastSampleNs, int... milliGs) {
        byte[] bytes = new byte[HEAD_BYTES + 2 * milliGs.length];
        ByteBuffer frame = head(bytes, ACC, 1, lastSampleNs);
        for (int value : milliGs) {
            frame.putShort((short) value);
        }
        return bytes;
    }

    private static ByteBuffer head(byte[] bytes, int type, int frameType, long lastSampleNs) {
        return ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) type)
                .putLong(lastSampleNs)
                .put((byte) frameType);
    }
}
