package org.soothe.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Numbers of a JSON file of the test data, each under the path of its names, parted by slashes. Immutable. */
public final class ReferenceValues {
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    private ReferenceValues(String resource) {
        try (InputStream in = Objects.requireNonNull(ReferenceValues.class.getResourceAsStream(resource), resource);
                JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            read(parser, "");
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }

    /** Returns the numbers of {@code data/reference.json}. */
    public static ReferenceValues load() {
        return new ReferenceValues("/data/reference.json");
    }

    /** Returns the numbers of any JSON resource. */
    public static ReferenceValues load(String resource) {
        return new ReferenceValues(resource);
    }

    /** Returns the number at a path such as {@code recordings/polar-rest/segments/all/canon/rmssd}. */
    public double number(String path) {
        return Objects.requireNonNull(numbers.get(path), path);
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
        }
    }
}
