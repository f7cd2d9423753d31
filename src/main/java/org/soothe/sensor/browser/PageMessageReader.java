package org.soothe.sensor.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.event.SensorState;
import org.soothe.sensor.browser.PageMessage.Alive;
import org.soothe.sensor.browser.PageMessage.Content;
import org.soothe.sensor.browser.PageMessage.Device;
import org.soothe.sensor.browser.PageMessage.Hello;
import org.soothe.sensor.browser.PageMessage.Link;
import org.soothe.sensor.browser.PageMessage.Malformed;
import org.soothe.sensor.browser.PageMessage.Packet;
import org.soothe.sensor.browser.PageMessage.Spoken;

/**
 * Reads the messages of the page: one flat JSON object each, as described in docs/browser-bridge.md. Every text gets an
 * answer. Safe for use by many threads.
 */
final class PageMessageReader {

    private static final int LONGEST_CHARS = 4096;
    private static final int LONGEST_PACKET_BYTES = 512;
    private static final double LATEST_MS = 1e12;
    private static final long LARGEST_SEQ = 1L << 53;
    private static final HexFormat HEX = HexFormat.of();
    private static final Set<SensorState> LINK_STATES = Set.of(
            SensorState.SEARCHING,
            SensorState.CONNECTED,
            SensorState.LOST,
            SensorState.RECONNECTING,
            SensorState.FAILED);

    private final JsonFactory json = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Thrown inside the reader only; the message is the reason. */
    private static final class WrongException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongException(String reason) {
            super(reason);
        }
    }

    /** Returns what a text says. Never throws. */
    PageMessage read(String text) {
        if (text.length() > LONGEST_CHARS) {
            return new Malformed("it is longer than " + LONGEST_CHARS + " characters");
        }
        try {
            Map<String, Object> fields = fields(text);
            double atMs = number(fields, "atMs", LATEST_MS);
            return new Spoken((long) number(fields, "seq", LARGEST_SEQ), Math.round(atMs * 1e6), content(fields));
        } catch (IOException e) {
            return new Malformed("it is not one JSON object");
        } catch (WrongException e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> fields(String text) throws IOException, WrongException {
        Map<String, Object> fields = new HashMap<>();
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new WrongException("it is not one JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    fields.put(name, parser.getText());
                } else if (value.isNumeric()) {
                    fields.put(name, parser.getDoubleValue());
                } else if (value.isStructStart()) {
                    throw new WrongException("a field is neither a number nor a text");
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new WrongException("it is not one JSON object");
            }
        }
        return fields;
    }

    private static Content content(Map<String, Object> fields) throws WrongException {
        String type = text(fields, "type");
        return switch (type) {
            case "hello" -> hello(fields);
            case "device" -> new Device(text(fields, "name"), text(fields, "id"));
            case "link" -> link(fields);
            case "packet" -> packet(fields);
            case "alive" -> new Alive();
            default -> throw new WrongException("\"type\" is none of hello, device, link, packet and alive");
        };
    }

    private static Hello hello(Map<String, Object> fields) throws WrongException {
        double version = number(fields, "version", Integer.MAX_VALUE);
        if (version != BrowserSensor.FORMAT_VERSION) {
            throw new WrongException("\"version\" must be " + BrowserSensor.FORMAT_VERSION);
        }
        return new Hello(text(fields, "details"));
    }

    private static Link link(Map<String, Object> fields) throws WrongException {
        String name = text(fields, "state");
        SensorState found = null;
        for (SensorState state : LINK_STATES) {
            found = state.name().equals(name) ? state : found;
        }
        if (found == null) {
            throw new WrongException("\"state\" is none of SEARCHING, CONNECTED, LOST, RECONNECTING and FAILED");
        }
        return new Link(found, text(fields, "reason"));
    }

    private static Packet packet(Map<String, Object> fields) throws WrongException {
        String characteristic = text(fields, "characteristic").toLowerCase(Locale.ROOT);
        String hex = text(fields, "hex");
        if (!characteristic.matches("[0-9a-f]{4}")) {
            throw new WrongException("\"characteristic\" must be four hexadecimal digits such as 2a37");
        }
        if (!hex.matches("([0-9a-fA-F]{2}){0," + LONGEST_PACKET_BYTES + "}")) {
            throw new WrongException(
                    "\"hex\" must be at most " + LONGEST_PACKET_BYTES + " bytes of two hexadecimal digits each");
        }
        return new Packet(Integer.parseInt(characteristic, 16), HEX.parseHex(hex));
    }

    private static double number(Map<String, Object> fields, String name, double largest) throws WrongException {
        @Nullable Object value = fields.get(name);
        if (value instanceof Double number && number >= 0 && number <= largest) {
            return number;
        }
        throw new WrongException("\"" + name + "\" must be a number from 0 on");
    }

    private static String text(Map<String, Object> fields, String name) throws WrongException {
        @Nullable Object value = fields.get(name);
        if (value instanceof String text) {
            return text;
        }
        throw new WrongException("\"" + name + "\" must be a text");
    }
}
