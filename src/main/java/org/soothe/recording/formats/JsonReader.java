package org.soothe.recording.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;

/** Reads JSON: a list of numbers, alone or under a name of the outermost object. Stateless. */
final class JsonReader {
    private static final String WANTED = "a list of RR intervals or beat times";

    /** A list of numbers and its name, empty for the outermost list. */
    private record NamedList(String name, RawColumns columns) {}

    private JsonReader() {}

    /** Returns whether the text begins as JSON: a brace, or a bracket before a number; other brackets head sections. */
    static boolean looksLike(SourceFile file) {
        String text = file.text();
        int start = nextVisible(text, 0);
        if (start < 0 || text.charAt(start) == '{') {
            return start >= 0;
        }
        int next = nextVisible(text, start + 1);
        return text.charAt(start) == '[' && next > 0 && "-0123456789]".indexOf(text.charAt(next)) >= 0;
    }

    private static int nextVisible(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                return i;
            }
        }
        return -1;
    }

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        List<NamedList> lists = lists(file);
        NamedList list = choose(file, lists, options);
        Hints hints = new Hints(list.name().isEmpty() ? "JSON" : "JSON, list \"" + list.name() + "\"");
        String lower = list.name().toLowerCase(Locale.ROOT);
        IntervalUnit unit = ColumnName.unitOf(lower.substring(lower.lastIndexOf('_') + 1));
        hints.unit(unit, "the name \"" + list.name() + "\"");
        return list.columns().growing()
                ? BeatList.times(file, list.columns(), hints, options)
                : SeriesReader.toRecording(file, list.columns(), hints, options);
    }

    private static NamedList choose(SourceFile file, List<NamedList> lists, ReadOptions options)
            throws RecordingFormatException {
        StringBuilder names = new StringBuilder();
        for (NamedList list : lists) {
            if (list.name().equals(options.column())) {
                return list;
            }
            names.append(names.length() == 0 ? "" : ", ").append(list.name());
        }
        if (lists.isEmpty()) {
            throw file.whole("this is JSON without a list of numbers on its first level", WANTED);
        }
        if (lists.size() > 1 || options.column() != null) {
            throw file.whole("the lists in this JSON are: " + names, "one of their names with --column");
        }
        return lists.get(0);
    }

    private static List<NamedList> lists(SourceFile file) throws RecordingFormatException {
        List<NamedList> lists = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(file.text())) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                add(lists, "", parser);
            } else {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    if (parser.nextToken() == JsonToken.START_ARRAY) {
                        add(lists, name, parser);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            return lists;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw file.whole(
                    at == null
                            ? "this is no JSON"
                            : "the JSON breaks on line " + at.getLineNr() + ", column " + at.getColumnNr(),
                    WANTED);
        } catch (IOException e) {
            throw file.whole("the JSON cannot be read", WANTED);
        }
    }

    /** Adds the list at the parser if it holds numbers only, at least two. */
    private static void add(List<NamedList> lists, String name, JsonParser parser) throws IOException {
        RawColumns columns = new RawColumns(false);
        boolean numbers = true;
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            if (token.isNumeric()) {
                columns.add(parser.currentLocation().getLineNr(), parser.getDoubleValue(), Double.NaN);
            } else {
                numbers = false;
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        if (numbers && columns.size() > 1) {
            lists.add(new NamedList(name, columns));
        }
    }
}
