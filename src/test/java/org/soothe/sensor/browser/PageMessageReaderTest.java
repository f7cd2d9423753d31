package org.soothe.sensor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.SensorState;
import org.soothe.sensor.browser.PageMessage.Alive;
import org.soothe.sensor.browser.PageMessage.Device;
import org.soothe.sensor.browser.PageMessage.Hello;
import org.soothe.sensor.browser.PageMessage.Link;
import org.soothe.sensor.browser.PageMessage.Malformed;
import org.soothe.sensor.browser.PageMessage.Packet;
import org.soothe.sensor.browser.PageMessage.Spoken;

class PageMessageReaderTest {
    private final PageMessageReader reader = new PageMessageReader();

    /** The lines of a block of docs/browser-bridge.md, in their order. */
    static List<String> sample(String language) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("docs/browser-bridge.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals("```" + language);
            } else if (inside) {
                lines.add(line);
            }
        }
        assertThat(lines).as("lines of the %s block", language).isNotEmpty();
        return lines;
    }

    @Test
    void theSampleOfTheDocumentationIsReadAsItSays() throws IOException {
        List<PageMessage> read = sample("json").stream().map(reader::read).toList();
        assertThat(read)
                .containsExactly(
                        new Spoken(0, 812_400_000L, new Hello("Chrome 130 on ChromeOS")),
                        new Spoken(1, 9_120_000_000L, new Device("Polar H10 0A1B2C", "k3vX0c2mQ9")),
                        new Spoken(2, 11_450_700_000L, new Link(SensorState.CONNECTED, "The strap is connected.")),
                        new Spoken(3, 11_600_200_000L, new Packet(0x2A38, (byte) 1)),
                        new Spoken(4, 11_630_900_000L, new Packet(0x2A19, (byte) 85)),
                        new Spoken(5, 12_010_300_000L, new Packet(0x2A37, new byte[] {0x16, 60, 0, 4})),
                        new Spoken(6, 13_009_800_000L, new Packet(0x2A37, new byte[] {0x16, 61, (byte) 0xF7, 3})),
                        new Spoken(7, 13_500_000_000L, new Alive()),
                        new Spoken(9, 15_011_100_000L, new Packet(0x2A37, new byte[] {0x16, 60, 0, 4, 8, 4})),
                        new Spoken(
                                10,
                                21_400_500_000L,
                                new Link(SensorState.LOST, "The strap is out of reach; come nearer.")));
    }

    @Test
    void whatTheDocumentationCallsNoMessageIsNoneAndSaysWhy() throws IOException {
        assertThat(sample("text").stream().map(reader::read).toList())
                .containsExactly(
                        new Malformed("it is not one JSON object"),
                        new Malformed("\"hex\" must be at most 512 bytes of two hexadecimal digits each"),
                        new Malformed("\"atMs\" must be a number from 0 on"),
                        new Malformed("\"state\" is none of SEARCHING, CONNECTED, LOST, RECONNECTING and FAILED"),
                        new Malformed("\"version\" must be 1"),
                        new Malformed("it is not one JSON object"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "{\"type\":\"alive\",\"seq\":1e400,\"atMs\":1}",
                "{\"type\":\"alive\",\"seq\":NaN,\"atMs\":1}",
                "{\"type\":\"alive\",\"seq\":\"1\",\"atMs\":1}",
                "{\"type\":\"alive\",\"seq\":1,\"atMs\":1,\"more\":{\"a\":[1]}}",
                "{\"type\":\"alive\",\"seq\":1,\"atMs\":1",
                "{\"type\":\"alive\",\"atMs\":1}",
                "{\"type\":null,\"seq\":1,\"atMs\":1}",
            })
    void anythingElseIsMalformed(String text) {
        assertThat(reader.read(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void fieldsThatALaterPageMaySendAreLeftOut() {
        assertThat(reader.read("{\"type\":\"alive\",\"seq\":1,\"atMs\":1,\"more\":\"x\",\"most\":true}"))
                .isEqualTo(new Spoken(1, 1_000_000, new Alive()));
    }

    @Test
    void aTextThatIsTooLongIsNotEvenRead() {
        assertThat(reader.read("[".repeat(1_000_000))).isEqualTo(new Malformed("it is longer than 4096 characters"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyTextIsAnswered(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> sample = sample("json");
        int readable = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = i % 2 == 0 ? noise(random) : bent(sample.get(random.nextInt(sample.size())), random);
            PageMessage answer = reader.read(text);
            readable += answer instanceof Spoken ? 1 : 0;
            assertThat(answer).as(text).isInstanceOfAny(Spoken.class, Malformed.class);
        }
        assertThat(readable).isBetween(1000, 99_000);
    }

    private static String noise(SplittableRandom random) {
        char[] chars = new char[random.nextInt(60)];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char)
                    (random.nextInt(4) == 0 ? random.nextInt(0x10000) : "{}[]\":,\\0e-.ntf".charAt(random.nextInt(15)));
        }
        return new String(chars);
    }

    private static String bent(String line, SplittableRandom random) {
        StringBuilder text = new StringBuilder(line);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(32, 127));
                default -> text.setCharAt(at, (char) random.nextInt(32, 127));
            }
        }
        return text.toString();
    }
}
