package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten million short random arrays, shared by all decoders: each is answered, and none leaves a decoder deaf. */
class RandomBytesTest {

    private static final int ARRAYS = 10_000_000;
    private static final int LONGEST = 16;
    private static final int POOL = 1 << 20;
    private static final byte[] LETTERS = "0123456789,SBQH$*\r\n-".getBytes(StandardCharsets.US_ASCII);

    /** Checks each frame for what no frame may hold. */
    private static final class Judge implements Consumer<SerialFrame> {
        private long malformed;
        private long impossible;

        @Override
        public void accept(SerialFrame frame) {
            if (frame instanceof SerialFrame.Malformed) {
                malformed++;
            }
            if (frame instanceof SerialFrame.Beat beat && !(beat.rrMs() >= 0 && beat.rrMs() <= 60_000)) {
                impossible++;
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed 11")
    @EnumSource
    void everyArrayIsAnswered(SerialProtocol protocol) {
        SplittableRandom random = new SplittableRandom(11);
        byte[] pool = pool(random);
        byte[] array = new byte[LONGEST];
        Judge judge = new Judge();
        FrameDecoder decoder = protocol.newDecoder();
        int share = ARRAYS / SerialProtocol.values().length + 1;
        for (int i = 0; i < share; i++) {
            int length = random.nextInt(LONGEST + 1);
            System.arraycopy(pool, random.nextInt(POOL - LONGEST), array, 0, length);
            decoder.accept(array, length, judge);
        }
        assertThat(judge.impossible).isZero();
        assertThat(judge.malformed).as("malformed, of %d arrays", share).isPositive();
        List<SerialFrame> after = new ArrayList<>();
        byte[] speech = DecodersTest.speech(protocol, 120);
        decoder.accept(speech, speech.length, after::add);
        assertThat(after)
                .as("frames of a device that speaks after the noise")
                .filteredOn(frame -> !(frame instanceof SerialFrame.Malformed))
                .hasSizeGreaterThan(100);
    }

    /** Half of it any bytes, half of it the letters that the text protocols are made of. */
    private static byte[] pool(SplittableRandom random) {
        byte[] pool = new byte[POOL];
        random.nextBytes(pool);
        for (int i = POOL / 2; i < POOL; i++) {
            pool[i] = LETTERS[random.nextInt(LETTERS.length)];
        }
        return pool;
    }
}
