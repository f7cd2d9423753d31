package org.soothe.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The recordings of {@code reference.json} as intervals in milliseconds, with the values other programs found in them. */
public final class ReferenceRecordings {

    private static final Map<String, Object> RECORDINGS = load();

    private ReferenceRecordings() {}

    /** One stretch of one recording, with the values of the written definitions by their keys, as "welch_300s.hf". */
    public record Segment(String recording, String name, int from, int to, Map<String, Double> canon) {

        /** Returns the intervals of this stretch in milliseconds. */
        public double[] rrMs() {
            return Arrays.copyOfRange(ReferenceRecordings.rrMs(recording), from, to);
        }

        @Override
        public String toString() {
            return recording + " " + name;
        }
    }

    /** Returns every stretch of every recording, in the order of the file. */
    public static List<Segment> segments() {
        List<Segment> all = new ArrayList<>();
        RECORDINGS.forEach((id, recording) -> member(recording, "segments")
                .forEach((name, segment) -> all.add(new Segment(
                        id,
                        name,
                        (int) number(segment, "from_index"),
                        (int) number(segment, "to_index_exclusive"),
                        flat(member(segment, "canon"))))));
        return all;
    }

    /** Returns all intervals of a recording in milliseconds, those of zero or less dropped. */
    public static double[] rrMs(String id) {
        double[] all = switch (id) {
            case "polar-rest" -> lines("polar-rest-exercise/rest_rri.txt");
            case "polar-exercise" -> afterHeader("polar-rest-exercise/exercise_rri.hrm");
            case "polar-noisy" -> afterHeader("polar-rest-exercise/noisy_rri.hrm");
            case "pyhrv-60min" -> lines("pyhrv-60min/nni_60min.txt");
            case "biosppy-rri" -> lines("biosppy-rri/rri.txt");
            case "polar-h10-pvc" -> secondColumn("polar-h10-pvc/polar_h10_rr.csv");
            case "mitdb-100" -> WfdbBeats.read("mitdb-100/100.atr", 360).intervalsMs();
            case "mitdb-100-nn" -> WfdbBeats.read("mitdb-100/100.atr", 360).normalMs();
            case "nsr001-nn" -> WfdbBeats.read("nsr2db/nsr001.ecg", 128).normalMs();
            case "nsr004-nn" -> WfdbBeats.read("nsr2db/nsr004.ecg", 128).normalMs();
            case "ltdb-14157" -> WfdbBeats.read("ltdb-14157/14157.atr", 128).intervalsMs();
            case "ltdb-14157-nn" -> WfdbBeats.read("ltdb-14157/14157.atr", 128).normalMs();
            case "afdb-03665" -> WfdbBeats.read("afdb-03665/03665.qrs", 250).intervalsMs();
            default -> byPrefix(id);
        };
        return Arrays.stream(all).filter(ms -> ms > 0).toArray();
    }

    /** Returns for each beat of an annotated recording whether the expert called it normal; beat i + 1 ends interval i. */
    public static boolean[] normalBeats(String id) {
        return switch (id) {
            case "mitdb-100" -> WfdbBeats.read("mitdb-100/100.atr", 360).normal();
            case "ltdb-14157" -> WfdbBeats.read("ltdb-14157/14157.atr", 128).normal();
            default -> throw new IllegalArgumentException("no expert labels for " + id);
        };
    }

    /** Returns all intervals of a recording between all its beats, also those of records that are known by normal beats. */
    public static double[] allMs(String id) {
        return switch (id) {
            case "nsr001" -> WfdbBeats.read("nsr2db/nsr001.ecg", 128).intervalsMs();
            case "nsr004" -> WfdbBeats.read("nsr2db/nsr004.ecg", 128).intervalsMs();
            case "synth-chirp" -> secondColumn("synth/chirp.csv");
            case "synth-sweep" -> secondColumn("synth/sweep.csv");
            case "synth-states" -> secondColumn("synth/states.csv");
            default -> rrMs(id);
        };
    }

    /** Returns the beats of record 100 that an expert marked with one of these symbols, seconds. */
    public static double[] expertBeatsS(String symbols) {
        return text("mitdb-100/100.beats.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> symbols.contains(cells[1]))
                .mapToDouble(cells -> Double.parseDouble(cells[0]) / 360)
                .toArray();
    }

    /** Returns the beats other software found in a wave, seconds; its file holds sample numbers. */
    public static double[] peerBeatsS(String path, double rateHz) {
        return Arrays.stream(lines(path)).map(sample -> sample / rateHz).toArray();
    }

    /** Returns begin and end of each interval that a wristband trusts, seconds since its start. */
    public static double[][] wristbandIntervalsS(String subject) {
        return text("stress-predict/" + subject + "_IBI.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new double[] {
                    Double.parseDouble(cells[0]) - Double.parseDouble(cells[1]), Double.parseDouble(cells[0])
                })
                .toArray(double[][]::new);
    }

    /** Returns the beat times of an injected series: {@code clean_beats_ms} or {@code corrupt_beats_ms}. */
    public static double[] injectedBeatsMs(int percent, int seed, String key) {
        String path = "synth/artifacts_" + percent + "pct_" + seed + ".json";
        List<Double> times = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(bytes(path))) {
            while (json.nextToken() != null) {
                if (key.equals(json.currentName()) && json.currentToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        times.add(json.getDoubleValue());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] byPrefix(String id) {
        if (id.startsWith("pulse-")) {
            return lines("pulsesensor-sessions/" + id.substring(6) + ".txt");
        }
        if (id.startsWith("synth-")) {
            return lines("synth/" + id.substring(6) + ".rr.txt");
        }
        String file = id.substring("derived-".length()) + ".derived-rr.txt";
        String folder =
                file.startsWith("S") ? "stress-predict" : file.startsWith("bio") ? "neurokit-resting" : "polar-h10-pvc";
        return lines(folder + "/" + file);
    }

    private static double[] lines(String path) {
        return numbers(text(path).lines().filter(line -> !line.startsWith("#")).toList());
    }

    private static double[] afterHeader(String path) {
        return numbers(text(path)
                .lines()
                .dropWhile(line -> !line.strip().equals("[HRData]"))
                .skip(1)
                .toList());
    }

    private static double[] secondColumn(String path) {
        return numbers(
                text(path).lines().skip(1).map(line -> line.split(",", -1)[1]).toList());
    }

    private static double[] numbers(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String path) {
        try (InputStream in = ReferenceRecordings.class.getResourceAsStream("/data/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no test data " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> load() {
        try (JsonParser json = new JsonFactory().createParser(bytes("reference.json"))) {
            json.nextToken();
            return member(object(json), "recordings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects as maps, numbers as Double; all else is left out. */
    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                map.put(name, object(json));
            } else if (value.isNumeric()) {
                map.put(name, json.getDoubleValue());
            } else {
                json.skipChildren();
            }
        }
        return map;
    }

    @SuppressWarnings("unchecked") // made by object(), whose maps have no other type
    private static Map<String, Object> member(Object map, String name) {
        return (Map<String, Object>) ((Map<String, Object>) map).getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked") // as above
    private static double number(Object map, String name) {
        return (Double) ((Map<String, Object>) map).getOrDefault(name, Double.NaN);
    }

    private static Map<String, Double> flat(Map<String, Object> map) {
        Map<String, Double> flat = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value instanceof Double number) {
                flat.put(name, number);
            } else {
                member(map, name).forEach((inner, number) -> flat.put(name + "." + inner, (Double) number));
            }
        });
        return flat;
    }
}
