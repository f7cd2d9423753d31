package org.soothe.recording.formats.xdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes XDF 1.0. Stateless.
 *
 * <pre>XDF:  then chunks:  1 length of the length (1, 4, 8) | length | 2 tag | contents; low bytes first
 * 1 file header:   XML            2 stream header: 4 stream | XML       6 stream footer: 4 stream | XML
 * 3 samples:       4 stream | length of the count | count | samples:  0, or 8 and a time | values, or texts with length
 * 4 clock offset:  4 stream | 8 time of the recorder | 8 offset to add to the times of the stream</pre>
 *
 * <p>All times are on one clock, so that the offsets are 0; they are written at both ends all the same, because lab tools
 * bring streams together by them. In a stream with a rate a time is written where it is not the one before plus a period.
 */
public final class XdfWriter {
    private static final int SAMPLES_PER_CHUNK = 512;
    private static final double SAME_S = 1e-6;

    private final OutputStream out;

    private XdfWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @param about what stands in the header of the file: XML elements by name, with text
     * @param streams the streams, in the order of their numbers from 1
     */
    public static void write(Map<String, String> about, List<XdfStream> streams, OutputStream out) throws IOException {
        XdfWriter writer = new XdfWriter(out);
        out.write("XDF:".getBytes(StandardCharsets.US_ASCII));
        StringBuilder header = new StringBuilder("<?xml version=\"1.0\"?><info><version>1.0</version>");
        about.forEach((name, text) -> element(header, name, text));
        writer.chunk(1, utf8(header.append("</info>").toString()));
        for (int s = 0; s < streams.size(); s++) {
            writer.chunk(2, with(s + 1, utf8(header(streams.get(s)))));
        }
        for (int s = 0; s < streams.size(); s++) {
            writer.offsets(s + 1, streams.get(s), true);
        }
        for (int s = 0; s < streams.size(); s++) {
            writer.samples(s + 1, streams.get(s));
        }
        for (int s = 0; s < streams.size(); s++) {
            writer.offsets(s + 1, streams.get(s), false);
            writer.chunk(6, with(s + 1, utf8(footer(streams.get(s)))));
        }
    }

    private void offsets(int id, XdfStream stream, boolean begin) throws IOException {
        double timeS = stream.size() == 0 ? 0 : begin ? stream.timeS(0) : stream.timeS(stream.size() - 1);
        ByteBuffer offset = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        offset.putDouble(timeS).putDouble(0);
        chunk(4, with(id, offset.array()));
    }

    private void samples(int id, XdfStream stream) throws IOException {
        for (int from = 0; from < stream.size(); from += SAMPLES_PER_CHUNK) {
            int to = Math.min(stream.size(), from + SAMPLES_PER_CHUNK);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(4);
            little(body, to - from, 4);
            for (int i = from; i < to; i++) {
                boolean follows = i > from
                        && stream.rateHz() > 0
                        && Math.abs(stream.timeS(i) - stream.timeS(i - 1) - 1 / stream.rateHz()) < SAME_S;
                if (follows) {
                    body.write(0);
                } else {
                    body.write(8);
                    little(body, Double.doubleToRawLongBits(stream.timeS(i)), 8);
                }
                values(body, stream, i);
            }
            chunk(3, with(id, body.toByteArray()));
        }
    }

    private static void values(ByteArrayOutputStream body, XdfStream stream, int i) throws IOException {
        for (int c = 0; c < stream.channels().size(); c++) {
            if (stream.isTexts()) {
                byte[] text = utf8(stream.text(i, c));
                body.write(4);
                little(body, text.length, 4);
                body.write(text);
            } else {
                little(body, Double.doubleToRawLongBits(stream.value(i, c)), 8);
            }
        }
    }

    private void chunk(int tag, byte[] contents) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.write(4);
        little(chunk, contents.length + 2L, 4);
        little(chunk, tag, 2);
        chunk.write(contents);
        chunk.writeTo(out);
    }

    private static byte[] with(int id, byte[] contents) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        little(all, id, 4);
        all.write(contents);
        return all.toByteArray();
    }

    private static void little(ByteArrayOutputStream to, long value, int width) {
        for (int i = 0; i < width; i++) {
            to.write((int) (value >>> (8 * i)) & 0xFF);
        }
    }

    private static String header(XdfStream stream) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><info>");
        element(xml, "name", stream.name());
        element(xml, "type", stream.type());
        element(xml, "channel_count", Integer.toString(stream.channels().size()));
        element(xml, "nominal_srate", Double.toString(stream.rateHz()));
        element(xml, "channel_format", stream.isTexts() ? "string" : "double64");
        element(xml, "source_id", "soothe-" + stream.name());
        element(xml, "created_at", "0");
        xml.append("<desc><channels>");
        for (XdfStream.Channel channel : stream.channels()) {
            xml.append("<channel>");
            element(xml, "label", channel.label());
            element(xml, "unit", channel.unit());
            element(xml, "type", stream.type());
            xml.append("</channel>");
        }
        return xml.append("</channels></desc></info>").toString();
    }

    private static String footer(XdfStream stream) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><info>");
        boolean some = stream.size() > 0;
        element(xml, "first_timestamp", Double.toString(some ? stream.timeS(0) : 0));
        element(xml, "last_timestamp", Double.toString(some ? stream.timeS(stream.size() - 1) : 0));
        element(xml, "sample_count", Integer.toString(stream.size()));
        xml.append("<clock_offsets></clock_offsets>");
        return xml.append("</info>").toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                default -> xml.appendCodePoint(c >= ' ' || c == '\n' || c == '\t' ? c : ' ');
            }
        });
        xml.append("</").append(name).append('>');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
