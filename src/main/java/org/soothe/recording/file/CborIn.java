package org.soothe.recording.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of CBOR items: arrays of plain values. An array may be longer than this program knows; what is more is
 * skipped. Not thread-safe.
 */
final class CborIn {
    private static final CBORFactory FACTORY = new CBORFactory();

    private final JsonParser cbor;
    private boolean left;

    CborIn(byte[] bytes) throws IOException {
        this.cbor = FACTORY.createParser(bytes);
    }

    /** Goes into the next array; false where the row ends. */
    boolean enter() throws IOException, Malformed {
        left = false;
        JsonToken token = cbor.nextToken();
        if (token == null) {
            return false;
        }
        if (token != JsonToken.START_ARRAY) {
            throw new Malformed("expected an array, read " + token);
        }
        return true;
    }

    /** Leaves the array that was entered, skipping what is left of it. */
    void leave() throws IOException {
        if (left) {
            left = false;
            return;
        }
        JsonToken token = cbor.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            cbor.skipChildren();
            token = cbor.nextToken();
        }
    }

    /** Returns whether the array that was entered goes on, and steps to its next item; false leaves the array. */
    boolean more() throws IOException {
        left = !inList();
        return !left;
    }

    private boolean inList() throws IOException {
        JsonToken token = cbor.nextToken();
        return token != null && token != JsonToken.END_ARRAY;
    }

    long number() throws IOException, Malformed {
        return asNumber(cbor.nextToken());
    }

    /** As {@link #number}, of the item that {@link #more} stepped to. */
    long numberHere() throws IOException, Malformed {
        return asNumber(cbor.currentToken());
    }

    private long asNumber(@Nullable JsonToken token) throws IOException, Malformed {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new Malformed("expected a whole number, read " + token);
        }
        return cbor.getLongValue();
    }

    int small() throws IOException, Malformed {
        long value = number();
        if (value != (int) value) {
            throw new Malformed("expected a number of 32 bits, read " + value);
        }
        return (int) value;
    }

    double real() throws IOException, Malformed {
        JsonToken token = cbor.nextToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw new Malformed("expected a number, read " + token);
        }
        return cbor.getDoubleValue();
    }

    String text() throws IOException, Malformed {
        JsonToken token = cbor.nextToken();
        if (token != JsonToken.VALUE_STRING) {
            throw new Malformed("expected a text, read " + token);
        }
        return cbor.getText();
    }

    /** As {@link #text}, of the item that {@link #more} stepped to. */
    String textHere() throws IOException, Malformed {
        if (cbor.currentToken() != JsonToken.VALUE_STRING) {
            throw new Malformed("expected a text, read " + cbor.currentToken());
        }
        return cbor.getText();
    }

    boolean flag() throws IOException, Malformed {
        JsonToken token = cbor.nextToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw new Malformed("expected true or false, read " + token);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    byte[] bytes() throws IOException, Malformed {
        JsonToken token = cbor.nextToken();
        if (token != JsonToken.VALUE_EMBEDDED_OBJECT) {
            throw new Malformed("expected bytes, read " + token);
        }
        return cbor.getBinaryValue();
    }

    <E extends Enum<E>> E word(Class<E> type) throws IOException, Malformed {
        String name = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new Malformed("this version does not know the " + type.getSimpleName() + " \"" + name + "\"");
    }

    /** Returns a value of any kind: null, Long, Double, Boolean, String or a list of them. */
    @Nullable
    Object value() throws IOException, Malformed {
        cbor.nextToken();
        return valueHere();
    }

    private @Nullable Object valueHere() throws IOException, Malformed {
        JsonToken token = cbor.currentToken();
        if (token == null) {
            throw new Malformed("the record ends too early");
        }
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> cbor.getLongValue();
            case VALUE_NUMBER_FLOAT -> cbor.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> cbor.getText();
            case START_ARRAY -> list();
            default -> throw new Malformed("expected a value, read " + token);
        };
    }

    private List<@Nullable Object> list() throws IOException, Malformed {
        List<@Nullable Object> list = new ArrayList<>();
        while (inList()) {
            list.add(valueHere());
        }
        return list;
    }
}
