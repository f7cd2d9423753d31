package org.soothe.recording.formats.xdf;

import java.io.IOException;
import java.io.StringReader;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.soothe.recording.RecordingFormatException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects one stream of an XDF file from its header, samples and clock offsets. Not thread-safe. */
final class StreamBuilder {
    private static final int MOST_CHANNELS = 4096;

    private final XdfStream stream;
    private final String format;
    private final List<double[]> offsets = new ArrayList<>();
    private double lastS = Double.NaN;

    private StreamBuilder(XdfStream stream, String format) {
        this.stream = stream;
        this.format = format;
    }

    /** Reads the header of a stream. */
    static StreamBuilder of(Path path, String xml) throws RecordingFormatException {
        Element info;
        try {
            info = parser().parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new RecordingFormatException(
                    path, "a stream header is no XML", "XML with name, type and channel_count");
        }
        String name = text(info, "name");
        String type = text(info, "type");
        String format = text(info, "channel_format");
        int count = (int) number(text(info, "channel_count"));
        double rateHz = number(text(info, "nominal_srate"));
        if (count < 1 || count > MOST_CHANNELS || width(format) < 0 || Double.isNaN(rateHz) || rateHz < 0) {
            throw new RecordingFormatException(
                    path,
                    "the header of stream \"" + name.replaceAll("[^ -~]", "?") + "\" says "
                            + text(info, "channel_count") + " channels of \"" + format.replaceAll("[^ -~]", "?") + "\"",
                    "a channel_count, a nominal_srate and a channel_format of XDF 1.0");
        }
        List<XdfStream.Channel> channels = channels(info, count, type);
        XdfStream stream = format.equals("string")
                ? XdfStream.ofTexts(name, type, count)
                : XdfStream.ofNumbers(name, type, rateHz, channels);
        return new StreamBuilder(stream, format);
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }

    private static List<XdfStream.Channel> channels(Element info, int count, String type) {
        List<XdfStream.Channel> channels = new ArrayList<>();
        NodeList found = info.getElementsByTagName("channel");
        for (int i = 0; i < count; i++) {
            channels.add(
                    i < found.getLength() && found.item(i) instanceof Element channel
                            ? new XdfStream.Channel(text(channel, "label"), text(channel, "unit"))
                            : new XdfStream.Channel(type, ""));
        }
        return channels;
    }

    /** Returns the text of a child of this name, empty where there is none. */
    private static String text(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        return "";
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static int width(String format) {
        return switch (format) {
            case "string" -> 0;
            case "int8" -> 1;
            case "int16" -> 2;
            case "int32", "float32" -> 4;
            case "int64", "double64" -> 8;
            default -> -1;
        };
    }

    void offset(double recorderS, double aheadS) {
        offsets.add(new double[] {recorderS, aheadS});
    }

    /** Takes the samples of a chunk; returns whether as many are there as it says. */
    boolean samples(ByteBuffer chunk) {
        long count = XdfReader.length(chunk);
        if (count > chunk.remaining()) {
            return false;
        }
        try {
            for (long i = 0; i < count; i++) {
                sample(chunk);
            }
            return true;
        } catch (BufferUnderflowException e) {
            return false;
        }
    }

    private void sample(ByteBuffer chunk) {
        int timeBytes = chunk.get();
        if (timeBytes == 8) {
            lastS = chunk.getDouble();
        } else if (timeBytes == 0) {
            double periodS = stream.rateHz() > 0 ? 1 / stream.rateHz() : 0;
            lastS = Double.isNaN(lastS) ? 0 : lastS + periodS;
        } else {
            throw new IllegalArgumentException("time of " + timeBytes + " bytes");
        }
        int width = stream.channels().size();
        if (stream.isTexts()) {
            String[] texts = new String[width];
            for (int c = 0; c < width; c++) {
                long length = XdfReader.length(chunk);
                if (length > chunk.remaining()) {
                    throw new BufferUnderflowException();
                }
                byte[] text = new byte[(int) length];
                chunk.get(text);
                texts[c] = new String(text, StandardCharsets.UTF_8);
            }
            stream.add(lastS, texts);
        } else {
            double[] numbers = new double[width];
            for (int c = 0; c < width; c++) {
                numbers[c] = number(chunk);
            }
            stream.add(lastS, numbers);
        }
    }

    private double number(ByteBuffer chunk) {
        return switch (format) {
            case "int8" -> chunk.get();
            case "int16" -> chunk.getShort();
            case "int32" -> chunk.getInt();
            case "int64" -> chunk.getLong();
            case "float32" -> chunk.getFloat();
            default -> chunk.getDouble();
        };
    }

    /** Returns the stream on the clock of the recorder: a straight line through the offsets, as common readers draw it. */
    XdfStream build(List<String> notes) {
        int n = offsets.size();
        if (n > 0) {
            double meanTime = 0;
            double meanOffset = 0;
            for (double[] offset : offsets) {
                meanTime += offset[0] / n;
                meanOffset += offset[1] / n;
            }
            double covariance = 0;
            double variance = 0;
            for (double[] offset : offsets) {
                covariance += (offset[0] - meanTime) * (offset[1] - meanOffset);
                variance += (offset[0] - meanTime) * (offset[0] - meanTime);
            }
            double slope = variance > 0 ? covariance / variance : 0;
            stream.shift(meanOffset - slope * meanTime, slope);
            if (meanOffset != 0) {
                notes.add("Stream \"" + stream.name() + "\": its clock was brought to the recorder's by " + n
                        + " measured offsets.");
            }
        }
        return stream;
    }
}
