package org.soothe.recording.formats;

import java.io.ByteArrayOutputStream;

/** Small FIT files, made up for the tests to the published protocol. */
public final class FitFiles {
    private static final int POLYNOMIAL = 0xA001;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final boolean lowFirst;

    FitFiles(boolean lowFirst) {
        this.lowFirst = lowFirst;
    }

    /** A file identification, then messages of RR intervals of five each, a time of the record between them. */
    public static byte[] withIntervals(boolean lowFirst, int... rrMs) {
        FitFiles file = new FitFiles(lowFirst);
        file.define(0, 0, new int[][] {{0, 1, 0x00}, {1, 2, 0x84}});
        file.records.write(0);
        file.records.write(4);
        file.word(1);
        file.define(1, 78, new int[][] {{0, 10, 0x84}});
        file.define(2, 20, new int[][] {{253, 4, 0x86}, {3, 1, 0x02}});
        for (int from = 0; from < rrMs.length; from += 5) {
            file.records.write(1);
            for (int i = from; i < from + 5; i++) {
                file.word(i < rrMs.length ? rrMs[i] : 0xFFFF);
            }
            file.records.write(2);
            file.records.writeBytes(new byte[] {1, 2, 3, 4, 72});
            file.records.write(0x80 | (2 << 5) | 3);
            file.records.writeBytes(new byte[] {1, 2, 3, 4, 72});
        }
        return file.bytes();
    }

    private void define(int local, int message, int[][] fields) {
        records.write(0x40 | local);
        records.write(0);
        records.write(lowFirst ? 0 : 1);
        word(message);
        records.write(fields.length);
        for (int[] field : fields) {
            for (int part : field) {
                records.write(part);
            }
        }
    }

    private void word(int value) {
        records.write(lowFirst ? value & 0xFF : value >> 8);
        records.write(lowFirst ? value >> 8 : value & 0xFF);
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {12, 0x20, 0, 8});
        int length = records.size();
        for (int i = 0; i < 4; i++) {
            out.write(length >> (8 * i));
        }
        out.writeBytes(new byte[] {'.', 'F', 'I', 'T'});
        out.writeBytes(records.toByteArray());
        int sum = checksum(out.toByteArray());
        out.write(sum & 0xFF);
        out.write(sum >> 8);
        return out.toByteArray();
    }

    /** The checksum bit by bit, as its polynomial says: CRC-16 with reflected 0x8005. */
    private static int checksum(byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ POLYNOMIAL;
            }
        }
        return sum;
    }
}
