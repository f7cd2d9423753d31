package org.soothe.recording.file;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.soothe.event.Samples;

/**
 * Samples as bytes: the difference to the sample before (the first to 0), folded so that small ones of either sign are small
 * (0, -1, 1, -2, 2 become 0, 1, 2, 3, 4), seven bits a byte, lowest first, the top bit of a byte saying that more follow.
 * Stateless.
 */
final class PackedSamples {
    private static final int LONGEST = 5;

    private PackedSamples() {}

    static byte[] pack(Samples samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * samples.size());
        int before = 0;
        for (int i = 0; i < samples.size(); i++) {
            int difference = samples.get(i) - before;
            before = samples.get(i);
            int folded = (difference << 1) ^ (difference >> 31);
            while ((folded & ~0x7F) != 0) {
                out.write((folded & 0x7F) | 0x80);
                folded >>>= 7;
            }
            out.write(folded);
        }
        return out.toByteArray();
    }

    static Samples unpack(byte[] packed) throws Malformed {
        int[] values = new int[packed.length];
        int count = 0;
        int value = 0;
        int folded = 0;
        int length = 0;
        for (byte b : packed) {
            folded |= (b & 0x7F) << (7 * length);
            length++;
            if (length > LONGEST) {
                throw new Malformed("a sample of more than " + LONGEST + " bytes");
            }
            if (b >= 0) {
                value += (folded >>> 1) ^ -(folded & 1);
                values[count++] = value;
                folded = 0;
                length = 0;
            }
        }
        if (length > 0) {
            throw new Malformed("the samples end in the middle of one");
        }
        return Samples.of(Arrays.copyOf(values, count));
    }
}
