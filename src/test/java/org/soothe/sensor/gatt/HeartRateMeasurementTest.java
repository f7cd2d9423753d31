package org.soothe.sensor.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.RrPacket;
import org.soothe.event.RrUnit;
import org.soothe.event.SensorContact;
import org.soothe.sensor.gatt.HeartRateNotification.Malformed;
import org.soothe.sensor.gatt.HeartRateNotification.Reason;

class HeartRateMeasurementTest {

    private static HeartRateNotification decode(String hex) {
        return HeartRateMeasurement.decode(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    /** The rows of golden case G2 of the physiology basis. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "16 48 55 03 5A 03, 72, PRESENT, -, 853 858, 833.0078125 837.890625",
                "10 3C 00 04, 60, UNSUPPORTED, -, 1024, 1000.0",
                "1E 46 0A 00 70 03 66 03, 70, PRESENT, 10, 880 870, 859.375 849.609375",
                "11 2C 01 CD 00, 300, UNSUPPORTED, -, 205, 200.1953125",
                "14 50 00 03, 80, LOST, -, 768, 750.0",
                "06 41, 65, PRESENT, -, '', ''",
                "1F 50 00 34 12 00 03 10 03, 80, PRESENT, 4660, 768 784, 750.0 765.625"
            })
    void theRowsOfG2AreReadAsTheyAreWritten(
            String hex, int rate, SensorContact contact, Integer energy, String ticks, String ms) {
        assertThat(decode(hex)).isInstanceOfSatisfying(HeartRateMeasurement.class, measurement -> {
            assertThat(measurement.heartRateBpm()).isEqualTo(rate);
            assertThat(measurement.contact()).isEqualTo(contact);
            assertThat(measurement.energyKiloJouleCount()).isEqualTo(energy);
            RrPacket packet = measurement.toRrPacket(5);
            assertThat(packet.timeNs()).isEqualTo(5);
            assertThat(packet.contact()).isEqualTo(contact);
            assertThat(packet.heartRateBpm()).isEqualTo(rate);
            IntStream indices = IntStream.range(0, packet.rr().size());
            assertThat(indices.mapToObj(i -> Double.toString(packet.rr().ms(i))))
                    .containsExactly(words(ms));
            assertThat(IntStream.range(0, packet.rr().size())
                            .mapToObj(i -> Integer.toString((int) packet.rr().raw(i))))
                    .containsExactly(words(ticks));
            assertThat(packet.rr().size() == 0 || packet.rr().unit() == RrUnit.TICKS_1024)
                    .isTrue();
        });
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource({
        "'', EMPTY, 0",
        "00, HEART_RATE_CUT_OFF, 1",
        "01 48, HEART_RATE_CUT_OFF, 2",
        "08 48, ENERGY_CUT_OFF, 2",
        "19 48 00 0A, ENERGY_CUT_OFF, 4",
        "10 48 55, RR_INTERVAL_CUT_OFF, 2",
        "16 48 55 03 5A, RR_INTERVAL_CUT_OFF, 4",
        "06 41 55 03, UNANNOUNCED_BYTES, 2"
    })
    void bytesThatAreNoMeasurementAreNamedWithTheirPlace(String hex, Reason reason, int offset) {
        assertThat(decode(hex)).isEqualTo(new Malformed(reason, offset));
    }

    @Test
    void contactNotSupportedIsNotLostContactWhateverTheOtherBitSays() {
        assertThat(decode("00 48")).hasFieldOrPropertyWithValue("contact", SensorContact.UNSUPPORTED);
        assertThat(decode("02 48")).hasFieldOrPropertyWithValue("contact", SensorContact.UNSUPPORTED);
        assertThat(decode("04 48")).hasFieldOrPropertyWithValue("contact", SensorContact.LOST);
        assertThat(decode("06 48")).hasFieldOrPropertyWithValue("contact", SensorContact.PRESENT);
    }

    @Test
    void theSpareFlagsChangeNothing() {
        assertThat(decode("F6 48 55 03")).isEqualTo(decode("16 48 55 03"));
    }

    @Test
    void theRrFlagWithoutAnyIntervalIsAPacketWithoutIntervals() {
        assertThat(decode("10 48"))
                .isInstanceOfSatisfying(
                        HeartRateMeasurement.class,
                        measurement -> assertThat(measurement.rr().size()).isZero());
    }

    @ParameterizedTest(name = "10 million arrays, seed {0}")
    @ValueSource(longs = 20261123)
    void everyArrayOfBytesIsAnsweredAndEveryByteOfAMeasurementIsAccountedFor(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] byLength = new byte[24][];
        for (int length = 0; length < byLength.length; length++) {
            byLength[length] = new byte[length];
        }
        long measurements = 0;
        for (int k = 0; k < 10_000_000; k++) {
            byte[] bytes = byLength[random.nextInt(byLength.length)];
            for (int i = 0; i < bytes.length; i += Long.BYTES) {
                long word = random.nextLong();
                for (int j = i; j < Math.min(bytes.length, i + Long.BYTES); j++) {
                    bytes[j] = (byte) word;
                    word >>>= Byte.SIZE;
                }
            }
            HeartRateNotification answer = HeartRateMeasurement.decode(bytes);
            if (answer instanceof HeartRateMeasurement measurement) {
                measurements++;
                int rateBytes = (bytes[0] & 1) == 0 ? 1 : 2;
                int energyBytes = measurement.energyKiloJouleCount() == null ? 0 : 2;
                int read = 1 + rateBytes + energyBytes + 2 * measurement.rr().size();
                if (read != bytes.length) {
                    throw new AssertionError(HexFormat.of().formatHex(bytes) + " read " + read + " bytes");
                }
            } else if (answer instanceof Malformed malformed
                    && (malformed.offsetCount() < 0 || malformed.offsetCount() > bytes.length)) {
                throw new AssertionError(HexFormat.of().formatHex(bytes) + " is " + malformed);
            }
        }
        assertThat(measurements).isBetween(2_000_000L, 3_000_000L);
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }
}
