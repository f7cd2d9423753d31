package org.soothe.recording.file;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of CBOR items in memory. Not thread-safe. */
final class CborOut {
    private static final CBORFactory FACTORY = new CBORFactory();

    /** Beyond this not every whole number is a double. */
    private static final double LARGEST_EXACT = 1L << 53;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CBORGenerator cbor;

    CborOut() {
        try {
            this.cbor = FACTORY.createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that writes one item. */
    @FunctionalInterface
    interface Item {
        void write(CborOut out) throws IOException;
    }

    /** Writes an array of so many items. */
    CborOut array(int size) throws IOException {
        cbor.writeStartArray(null, size);
        return this;
    }

    /** Ends the array that was begun last. */
    CborOut end() throws IOException {
        cbor.writeEndArray();
        return this;
    }

    CborOut number(long value) throws IOException {
        cbor.writeNumber(value);
        return this;
    }

    CborOut text(String value) throws IOException {
        cbor.writeString(value);
        return this;
    }

    CborOut flag(boolean value) throws IOException {
        cbor.writeBoolean(value);
        return this;
    }

    CborOut bytes(byte[] value) throws IOException {
        cbor.writeBinary(value);
        return this;
    }

    CborOut word(Enum<?> value) throws IOException {
        return text(value.name());
    }

    /** Writes a number that is mostly whole: as a whole number where that says the same, else as 64 bits. */
    CborOut real(double value) throws IOException {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        if (whole && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0)) {
            cbor.writeNumber((long) value);
        } else {
            cbor.writeNumber(value);
        }
        return this;
    }

    /** Writes a value as its type says; a double always as 64 bits. */
    CborOut value(@Nullable Object value) throws IOException {
        if (value == null) {
            cbor.writeNull();
        } else if (value instanceof Double number) {
            cbor.writeNumber(number.doubleValue());
        } else if (value instanceof Long number) {
            cbor.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            cbor.writeBoolean(flag);
        } else if (value instanceof List<?> list) {
            array(list.size());
            for (Object item : list) {
                value(item);
            }
            end();
        } else {
            cbor.writeString(value.toString());
        }
        return this;
    }

    /** Returns what was written. */
    byte[] done() throws IOException {
        cbor.flush();
        return bytes.toByteArray();
    }

    /** Returns how much was written so far. */
    int size() throws IOException {
        cbor.flush();
        return bytes.size();
    }
}
