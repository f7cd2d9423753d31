package org.soothe.testing;

import java.util.Arrays;

/**
 * The beats of a WFDB annotation file, read independently of the product's reader.
 *
 * <pre>
 *  word, little-endian:  15 ... 10 | 9 ... 0
 *                        code      | samples since the last annotation
 *  code 59 SKIP: the next two words, high one first, are samples to add; 63 AUX: that many bytes follow, padded to even;
 *  60 NUM, 61 SUB, 62 CHN: no time; word 0: the end
 * </pre>
 */
final class WfdbBeats {

    private static final int NORMAL = 1;

    private final int rate;
    private final long[] sample;
    private final int[] code;

    private WfdbBeats(int rate, long[] sample, int[] code) {
        this.rate = rate;
        this.sample = sample;
        this.code = code;
    }

    static WfdbBeats read(String path, int rate) {
        byte[] bytes = ReferenceRecordings.bytes(path);
        long[] sample = new long[bytes.length / 2];
        int[] code = new int[bytes.length / 2];
        int count = 0;
        long now = 0;
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            int word = word(bytes, at);
            int kind = word >> 10;
            int low = word & 0x3ff;
            if (word == 0) {
                break;
            } else if (kind == 59) {
                now += (word(bytes, at + 2) << 16) | word(bytes, at + 4);
                at += 4;
            } else if (kind == 63) {
                at += low + low % 2;
            } else if (kind < 59) {
                now += low;
                if (isBeat(kind)) {
                    sample[count] = now;
                    code[count++] = kind;
                }
            }
        }
        return new WfdbBeats(rate, Arrays.copyOf(sample, count), Arrays.copyOf(code, count));
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private static boolean isBeat(int kind) {
        return (kind >= 1 && kind <= 13)
                || kind == 25
                || kind == 30
                || kind == 34
                || kind == 35
                || kind == 38
                || kind == 41;
    }

    /** Returns the intervals between all beats. */
    double[] intervalsMs() {
        double[] ms = new double[sample.length - 1];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = (sample[i + 1] - sample[i]) * 1000.0 / rate;
        }
        return ms;
    }

    /** Returns for each beat whether the expert called it normal; beat i + 1 ends interval i. */
    boolean[] normal() {
        boolean[] normal = new boolean[code.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = code[i] == NORMAL;
        }
        return normal;
    }

    /** Returns the intervals of 250 to 3000 ms between two normal beats that follow each other, side by side. */
    double[] normalMs() {
        double[] all = intervalsMs();
        double[] ms = new double[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (code[i] == NORMAL && code[i + 1] == NORMAL && all[i] >= 250 && all[i] <= 3000) {
                ms[count++] = all[i];
            }
        }
        return Arrays.copyOf(ms, count);
    }
}
