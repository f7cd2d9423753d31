package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.Samples;
import org.soothe.sensor.ble.PmdFrame.Data;
import org.soothe.sensor.ble.PmdFrame.Malformed;
import org.soothe.sensor.ble.PmdFrame.Reason;

class PmdFrameTest {

    private static PmdFrame decode(String hex) {
        return PmdFrame.decode(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @Test
    void anElectrocardiogramHasThreeBytesAMicrovoltValue() {
        Data data = (Data) decode("00 00 00 A4 39 93 43 52 08 00 38 FF FF FF FF 7F 00 00 80 10 27 00");
        assertThat(data.stream()).isEqualTo(PmdStream.ECG);
        // 2019-01-01 in nanoseconds since 2000-01-01, where the clock of an H10 begins: 0x0852_4393_39A4_0000.
        assertThat(data.lastSampleNs()).isEqualTo(599_616_000_000_000_000L);
        assertThat(data.channel(0)).isEqualTo(Samples.of(-200, 8_388_607, -8_388_608, 10_000));
    }

    @Test
    void accelerationHasThreeAxesOfTwoBytes() {
        Data data = (Data) decode("02 01 00 00 00 00 00 00 00 01 01 00 FF FF E8 03 02 00 FE FF 18 FC");
        assertThat(data.stream()).isEqualTo(PmdStream.ACC);
        assertThat(data.lastSampleNs()).isEqualTo(1);
        assertThat(data.sampleCount()).isEqualTo(2);
        assertThat(data.channel(0)).isEqualTo(Samples.of(1, 2));
        assertThat(data.channel(1)).isEqualTo(Samples.of(-1, -2));
        assertThat(data.channel(2)).isEqualTo(Samples.of(1000, -1000));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "'', HEAD_CUT_OFF",
        "00 01 02 03 04 05 06 07 08, HEAD_CUT_OFF",
        "01 00 00 00 00 00 00 00 00 00 01 02 03, UNKNOWN_TYPE",
        "00 00 00 00 00 00 00 00 00 80 01 02 03, COMPRESSED",
        "02 00 00 00 00 00 00 00 00 81 01 02 03, COMPRESSED",
        "00 00 00 00 00 00 00 00 00 01 01 02 03, UNKNOWN_FRAME_TYPE",
        "02 00 00 00 00 00 00 00 00 00 01 02 03, UNKNOWN_FRAME_TYPE",
        "00 00 00 00 00 00 00 00 00 00 01 02, SAMPLE_CUT_OFF",
        "02 00 00 00 00 00 00 00 00 01 01 02 03 04, SAMPLE_CUT_OFF",
        "00 00 00 00 00 00 00 00 00 00, NO_SAMPLE"
    })
    void whatCannotBeReadIsNamed(String hex, Reason reason) {
        assertThat(decode(hex)).isEqualTo(new Malformed(reason));
    }

    @ParameterizedTest(name = "10 million arrays, seed {0}")
    @ValueSource(longs = 20261125)
    void everyArrayOfBytesIsAnsweredAndEveryByteOfAFrameIsAccountedFor(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] byLength = new byte[32][];
        Arrays.setAll(byLength, byte[]::new);
        long frames = 0;
        for (int k = 0; k < 10_000_000; k++) {
            byte[] bytes = byLength[random.nextInt(byLength.length)];
            for (int i = 0; i < bytes.length; i += Long.BYTES) {
                long word = random.nextLong();
                for (int j = i; j < Math.min(bytes.length, i + Long.BYTES); j++) {
                    bytes[j] = (byte) word;
                    word >>>= Byte.SIZE;
                }
            }
            if (bytes.length > 9 && (k & 1) == 0) {
                // Half of them look like frames, or none ever would.
                bytes[0] = (byte) (bytes[0] & 0x02);
                bytes[9] = (byte) (bytes[0] >> 1);
            }
            if (PmdFrame.decode(bytes) instanceof Data data) {
                frames++;
                int width = data.stream() == PmdStream.ECG ? 3 : 6;
                if (PmdFrame.HEAD_BYTES + width * data.sampleCount() != bytes.length) {
                    throw new AssertionError(HexFormat.of().formatHex(bytes) + " read as " + data);
                }
            }
        }
        assertThat(frames).isBetween(500_000L, 2_000_000L);
    }
}
