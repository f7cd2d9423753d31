package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.sensor.ble.PmdReply.Answer;
import org.soothe.sensor.ble.PmdReply.Features;
import org.soothe.sensor.ble.PmdReply.Malformed;
import org.soothe.sensor.ble.PmdReply.Stopped;

class PmdReplyTest {

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static Answer answer(String hex) {
        return (Answer) PmdReply.decode(bytes(hex));
    }

    @Test
    void featuresSayWhichStreamsThereAre() {
        Features h10 = (Features) PmdReply.decode(bytes("0F 05 00 00"));
        assertThat(h10.offers(PmdStream.ECG)).isTrue();
        assertThat(h10.offers(PmdStream.ACC)).isTrue();
        assertThat(((Features) PmdReply.decode(bytes("0F 0E"))).offers(PmdStream.ECG))
                .isFalse();
    }

    /** The start commands are those that other programs send to an H10: basis of the protocol facts, section 5. */
    @Test
    void settingsAreChosenFromWhatIsOffered() {
        PmdSettings ecg = answer("F0 01 00 00 00 00 01 82 00 01 01 0E 00").settings();
        assertThat(PmdStream.ECG.choose(Objects.requireNonNull(ecg)).encode())
                .isEqualTo(bytes("00 01 82 00 01 01 0E 00"));
        PmdSettings acc = answer("F0 01 02 00 00 00 04 19 00 32 00 64 00 C8 00 01 01 10 00 02 03 02 00 04 00 08 00")
                .settings();
        assertThat(PmdStream.ACC.choose(Objects.requireNonNull(acc)).encode())
                .isEqualTo(bytes("00 01 32 00 01 01 10 00 02 01 04 00"));
        PmdSettings other =
                answer("F0 01 02 00 00 00 01 1A 00 01 01 08 00 02 01 10 00").settings();
        assertThat(PmdStream.ACC.choose(Objects.requireNonNull(other)).encode())
                .isEqualTo(bytes("00 01 1A 00 01 01 08 00 02 01 10 00"));
    }

    @Test
    void settingsThatAreCutOffOrUnknownAreNoSettings() {
        assertThat(answer("F0 01 00 00 00 00 02 82 00").settings()).isNull();
        assertThat(answer("F0 01 00 00 00 77 01 82 00").settings()).isNull();
        assertThat(Objects.requireNonNull(answer("F0 03 00 06").settings()).values(PmdSettings.RATE))
                .isEmpty();
    }

    @Test
    void everyStatusHasItsWords() {
        assertThat(answer("F0 02 00 00 00").isDone()).isTrue();
        assertThat(answer("F0 02 00 06 00").wasSoAlready()).isTrue();
        assertThat(answer("F0 02 00 0A 00").words()).contains("ATT MTU");
        assertThat(answer("F0 02 00 63 00").words()).contains("status 99");
        List<String> words = IntStream.range(0, 14)
                .mapToObj(status -> new Answer(2, 0, status, null).words())
                .toList();
        assertThat(words).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void theStrapSaysWhichStreamsItStopped() {
        assertThat(PmdReply.decode(bytes("01 00 02"))).isEqualTo(new Stopped(List.of(0, 2)));
        assertThat(PmdReply.decode(bytes("42 00"))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest(name = "10 million arrays, seed {0}")
    @ValueSource(longs = 20261126)
    void everyArrayOfBytesIsAnswered(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] byLength = new byte[24][];
        Arrays.setAll(byLength, byte[]::new);
        byte[] firsts = {(byte) 0xF0, 0x0F, 0x01, 0x55};
        long withSettings = 0;
        for (int k = 0; k < 10_000_000; k++) {
            byte[] bytes = byLength[random.nextInt(byLength.length)];
            for (int i = 0; i < bytes.length; i++) {
                // Small numbers are ids, counts and status, so that some arrays are settings.
                bytes[i] = (byte) random.nextInt(k % 2 == 0 ? 3 : 256);
            }
            if (bytes.length > 0) {
                bytes[0] = firsts[k & 3];
            }
            if (PmdReply.decode(bytes) instanceof Answer answer && answer.settings() != null && bytes.length > 6) {
                withSettings++;
            }
        }
        assertThat(withSettings).isPositive();
    }
}
