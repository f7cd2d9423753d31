package org.soothe.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Numbers and texts of some JSON, each under the path of its names and places, parted by slashes. Immutable. */
public final class ReferenceValues {
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    private final Map<String, String> texts = new LinkedHashMap<>();

    private ReferenceValues(byte[] bytes) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            parser.nextToken();
            read(parser, "");
        }
    }

    /** Returns what stands in JSON text; throws an AssertionError where it is none. */
    public static ReferenceValues of(byte[] bytes) {
        try {
            return new ReferenceValues(bytes);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    /** Returns what stands in {@code data/reference.json}. */
    public static ReferenceValues load() {
        return load("/data/reference.json");
    }

    /** Returns what stands in any JSON resource. */
    public static ReferenceValues load(String resource) {
        try (InputStream in = Objects.requireNonNull(ReferenceValues.class.getResourceAsStream(resource), resource)) {
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }

    /** Returns the number at a path such as {@code recordings/polar-rest/segments/all/canon/rmssd}. */
    public double number(String path) {
        return Objects.requireNonNull(numbers.get(path), path);
    }

    /** Returns the text at a path. */
    public String text(String path) {
        return Objects.requireNonNull(texts.get(path), path);
    }

    /** Returns whether there is a number at a path. */
    public boolean has(String path) {
        return numbers.containsKey(path);
    }

    /** Returns the names one level below a path. */
    public Set<String> names(String path) {
        Set<String> names = new TreeSet<>();
        for (String key : numbers.keySet()) {
            if (key.startsWith(path + "/")) {
                String rest = key.substring(path.length() + 1);
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash));
            }
        }
        return names;
    }

    private void read(JsonParser parser, String path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                read(parser, path.isEmpty() ? name : path + "/" + name);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                read(parser, path + "/" + i);
            }
        } else if (token.isNumeric()) {
            numbers.put(path, parser.getDoubleValue());
        } else if (token == JsonToken.VALUE_STRING) {
            texts.put(path, parser.getText());
        }
    }
}
