package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.event.Samples;
import org.soothe.sensor.serial.SerialFrame.Beat;
import org.soothe.sensor.serial.SerialFrame.Hello;
import org.soothe.sensor.serial.SerialFrame.Lost;
import org.soothe.sensor.serial.SerialFrame.Malformed;
import org.soothe.sensor.serial.SerialFrame.NoFinger;
import org.soothe.sensor.serial.SerialFrame.Reason;
import org.soothe.sensor.serial.SerialFrame.Restart;
import org.soothe.sensor.serial.SerialFrame.Sample;
import org.soothe.sensor.serial.SerialFrame.TimedSamples;

/** What each decoder makes of good bytes, of bad ones, and of pieces. */
class DecodersTest {

    private static final int LOCK = 5;

    private static List<SerialFrame> frames(FrameDecoder decoder, byte[] bytes) {
        List<SerialFrame> frames = new ArrayList<>();
        decoder.accept(bytes, bytes.length, frames::add);
        return frames;
    }

    private static List<SerialFrame> frames(SerialProtocol protocol, String text) {
        return frames(protocol.newDecoder(), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Puts the sequence number, the time and the checksum around what a line of ours says. */
    static String line(char kind, int seq, long timeUs, String rest) {
        String body = kind + "," + seq + "," + timeUs + (rest.isEmpty() ? "" : "," + rest);
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        return String.format("$%s*%04X%n", body, Crc16.of(bytes, 0, bytes.length));
    }

    @Test
    void theCheckIsTheOneThatIsNamed() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc16.of(digits, 0, digits.length)).isEqualTo(0x29B1);
    }

    @Test
    void aVisualizerBeatIsTheIntervalWithTheRateBeforeIt() {
        assertThat(frames(SerialProtocol.VISUALIZER, "12\r\nS512\r\nB72\r\nS513\r\nQ833\r\nQ840\r\nX1\r\nS\r\nQ-1\r\n"))
                .containsExactly(
                        new Sample(512),
                        new Sample(513),
                        new Beat(833, 72, true),
                        new Beat(840, Double.NaN, true),
                        new Malformed(Reason.UNKNOWN_LINE),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER));
    }

    @Test
    void aPlotterLineGivesItsSampleOnly() {
        assertThat(frames(SerialProtocol.PLOTTER, "33,512\n72,833,512\n72,833\n72,,1\n72,833,x\n-1,833,5\n"))
                .containsExactly(
                        new Sample(512),
                        new Malformed(Reason.UNKNOWN_LINE),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER));
    }

    @Test
    void aRawNumberIsASampleAndHalfANumberAtTheStartIsNot() {
        assertThat(frames(SerialProtocol.RAW, "12\n512\n\n-7\n5.1\n99999999999\n" + "1".repeat(170) + "\n8\n"))
                .containsExactly(
                        new Sample(512),
                        new Sample(-7),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.TOO_LONG),
                        new Sample(8));
    }

    @Test
    void ourLinesGiveSamplesAndBeatsWithTheTimeOfTheDevice() {
        String text = line('S', 7, 900, "1,2")
                + line('H', 8, 1_000, "500,uno")
                + line('S', 9, 3_000, "10,11,-12")
                + line('B', 10, 2_500, "812500")
                + line('B', 11, 802_500, "800000")
                + line('B', 12, 3_000_000, "700000");
        assertThat(frames(SerialProtocol.SOOTHE, text))
                .containsExactly(
                        new Hello("uno"),
                        new TimedSamples(2_100_000, 500, Samples.of(10, 11, -12)),
                        new Beat(812.5, Double.NaN, true),
                        new Beat(800, Double.NaN, true),
                        new Beat(700, Double.NaN, false));
    }

    @Test
    void ourLinesSayWhatIsLostAndWhatStartsAnew() {
        String text = line('H', 65_534, 4_294_967_000L, "500,uno")
                + line('S', 65_535, 4_294_967_100L, "1")
                + line('S', 2, 104, "2")
                + line('H', 0, 4, "250,uno")
                + line('S', 1, 4_004, "3")
                + line('S', 2, 2_004, "4");
        assertThat(frames(SerialProtocol.SOOTHE, text))
                .containsExactly(
                        new Hello("uno"),
                        new TimedSamples(100_000, 500, Samples.of(1)),
                        new Lost(2),
                        new TimedSamples(400_000, 500, Samples.of(2)),
                        new Restart(),
                        new Hello("uno"),
                        new TimedSamples(4_400_000, 250, Samples.of(3)),
                        new Restart(),
                        new TimedSamples(4_400_000, 250, Samples.of(4)));
    }

    @Test
    void ourLinesAreRefusedWithTheReason() {
        String good = line('H', 1, 2, "500,uno");
        assertThat(frames(
                        SerialProtocol.SOOTHE,
                        good.replace("uno", "due") + "hello\n" + line('X', 1, 2, "") + line('S', 65_536, 2, "1")
                                + line('S', 1, 2, "") + line('S', 1, 2, "1".repeat(9)) + line('H', 1, 2, "0,uno")
                                + line('B', 1, 2, "0")))
                .containsExactly(
                        new Malformed(Reason.BAD_CHECKSUM),
                        new Malformed(Reason.UNKNOWN_LINE),
                        new Malformed(Reason.UNKNOWN_LINE),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER),
                        new Malformed(Reason.BAD_NUMBER));
    }

    @Test
    void aContecFrameGivesItsWave() {
        assertThat(frames(
                        SerialProtocol.CONTEC.newDecoder(),
                        bytes(
                                3, 0x85, 64, 2, 72, 98, 0x80, 65, 0x12, 72, 98, 0x80, 66, 0x22, 72, 98, 0x81, 1, 0xC5,
                                67, 0x42, 72, 98)))
                .containsExactly(
                        new Malformed(Reason.OUT_OF_STEP),
                        new Sample(64),
                        new NoFinger(),
                        new NoFinger(),
                        new Malformed(Reason.OUT_OF_STEP),
                        new Sample(67));
    }

    @Test
    void aNoninFrameCountsOnceFiveWereGood() {
        int[] two = {1, 0x80, 200, 72, 1 + 0x80 + 200 + 72 & 0xFF};
        int[] seven = {0x81, 0x12, 0x34, 98, 0x81 + 0x12 + 0x34 + 98 & 0xFF};
        int[] unplugged = {0xC0, 0, 0, 98, 0xC0 + 98 & 0xFF};
        assertThat(frames(new NoninDecoder(2), repeated(two, LOCK + 2)))
                .containsExactly(new Sample(200), new Sample(200));
        assertThat(frames(new NoninDecoder(7), repeated(seven, LOCK + 1))).containsExactly(new Sample(0x1234));
        FrameDecoder decoder = new NoninDecoder(7);
        assertThat(frames(decoder, repeated(unplugged, LOCK + 1))).containsExactly(new NoFinger());
        seven[4]++;
        assertThat(frames(decoder, repeated(seven, 1))).containsExactly(new Malformed(Reason.BAD_CHECKSUM));
    }

    private static byte[] repeated(int[] frame, int times) {
        byte[] bytes = new byte[frame.length * times];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) frame[i % frame.length];
        }
        return bytes;
    }

    /** Returns what a device of this protocol sends: wave and, where it has them, beats. */
    static byte[] speech(SerialProtocol protocol, int samples) {
        StringBuilder text = new StringBuilder();
        byte[] binary = new byte[5 * samples];
        for (int i = 0; i < samples; i++) {
            int value = 60 + i % 50;
            switch (protocol) {
                case VISUALIZER ->
                    text.append('S').append(value).append("\r\n").append(i % 40 == 7 ? "B75\r\nQ801\r\n" : "");
                case PLOTTER -> text.append("75,801,").append(value).append("\r\n");
                case RAW -> text.append(value).append('\n');
                case SOOTHE ->
                    text.append(i % 100 == 0 ? line('H', 2 * i, 2_000L * i, "500,test") : "")
                            .append(line('S', 2 * i + 1, 2_000L * i, "" + value))
                            .append(i % 400 == 7 ? line('B', 2 * i + 2, 2_000L * i, "800000") : "");
                case CONTEC -> frame(binary, i, 0x85, value, 2, 75, 98);
                case NONIN_2 ->
                    frame(
                            binary,
                            i,
                            1,
                            i % 25 == 0 ? 0x81 : 0x80,
                            value,
                            75,
                            (1 + 0x80 + (i % 25 == 0 ? 1 : 0) + value + 75) & 0xFF);
                case NONIN_7 ->
                    frame(
                            binary,
                            i,
                            i % 25 == 0 ? 0x81 : 0x80,
                            1,
                            value,
                            75,
                            (0x80 + (i % 25 == 0 ? 1 : 0) + 1 + value + 75) & 0xFF);
            }
        }
        return text.length() > 0 ? text.toString().getBytes(StandardCharsets.US_ASCII) : binary;
    }

    private static void frame(byte[] to, int index, int... values) {
        for (int i = 0; i < values.length; i++) {
            to[5 * index + i] = (byte) values[i];
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyCuttingGivesWhatOnePieceGives(SerialProtocol protocol) {
        SplittableRandom random = new SplittableRandom(4);
        for (int run = 0; run < 200; run++) {
            byte[] bytes = speech(protocol, 60);
            for (int i = random.nextInt(8); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            List<SerialFrame> whole = frames(protocol.newDecoder(), bytes);
            List<SerialFrame> pieces = new ArrayList<>();
            FrameDecoder decoder = protocol.newDecoder();
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + random.nextInt(1, 12));
                byte[] piece = Arrays.copyOfRange(bytes, from, to);
                decoder.accept(piece, piece.length, pieces::add);
                from = to;
            }
            assertThat(pieces).as("seed 4, run %d", run).isEqualTo(whole);
            assertThat(whole).hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachProtocolIsToldFromAllOthers(SerialProtocol protocol) {
        ProtocolDetector detector = new ProtocolDetector();
        byte[] bytes = speech(protocol, 120);
        int taken = 0;
        while (detector.protocol() == null) {
            assertThat(taken).as("bytes taken").isLessThan(bytes.length);
            detector.accept(bytes(bytes[taken++]), 1);
        }
        assertThat(detector.protocol()).isEqualTo(protocol);
    }

    /** A checksum is not met by chance, so a cable that garbles lines does not make our protocol another one. */
    @Test
    void garbledLinesOfOursAreOurs() {
        ProtocolDetector detector = new ProtocolDetector();
        byte[] bytes = speech(SerialProtocol.SOOTHE, 120);
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            bytes[i] = bytes[i] == '*' && line % 3 == 2 ? (byte) '?' : bytes[i];
        }
        detector.accept(bytes, bytes.length);
        assertThat(detector.protocol()).isEqualTo(SerialProtocol.SOOTHE);
    }

    @Test
    void randomBytesAreNoProtocol() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 50; run++) {
            ProtocolDetector detector = new ProtocolDetector();
            byte[] bytes = new byte[5_000];
            random.nextBytes(bytes);
            detector.accept(bytes, bytes.length);
            assertThat(detector.protocol()).as("seed 5, run %d", run).isNull();
            assertThat(detector.heard()).isEqualTo(ProtocolDetector.Heard.GARBAGE);
        }
    }
}
