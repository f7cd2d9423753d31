package org.soothe.recording.formats;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;

/** The recordings of the test data, by the identifiers of {@code reference.json}. */
final class TestData {
    private TestData() {}

    static Path path(String name) {
        URL url = Objects.requireNonNull(TestData.class.getResource("/data/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(name, e);
        }
    }

    static RrRecording read(String name) throws RecordingFormatException {
        return RecordingReader.read(path(name), ReadOptions.recognise());
    }

    /** Returns the raw intervals that an identifier of the reference stands for. */
    static double[] rawMs(String id) throws RecordingFormatException {
        if (id.endsWith("-nn")) {
            BeatAnnotations beats = BeatAnnotations.read(path(file(id.substring(0, id.length() - 3))), options(id));
            double[] all = new double[beats.size()];
            int count = 0;
            for (int i = 1; i < beats.size(); i++) {
                double rrMs = beats.rrMs(i);
                if (beats.normalPair(i) && rrMs >= 250 && rrMs <= 3000) {
                    all[count++] = rrMs;
                }
            }
            return java.util.Arrays.copyOf(all, count);
        }
        return RecordingReader.read(path(file(id)), options(id)).rawMs();
    }

    private static ReadOptions options(String id) {
        return id.startsWith("afdb") ? ReadOptions.recognise().withSampleRateHz(250) : ReadOptions.recognise();
    }

    private static String file(String id) {
        if (id.startsWith("pulse-")) {
            return "pulsesensor-sessions/" + id.substring(6) + ".txt";
        }
        if (id.startsWith("synth-")) {
            return "synth/" + id.substring(6) + ".rr.txt";
        }
        if (id.startsWith("derived-")) {
            String name = id.substring(8);
            String folder = name.startsWith("S")
                    ? "stress-predict/"
                    : name.startsWith("polar") ? "polar-h10-pvc/" : "neurokit-resting/";
            return folder + name + ".derived-rr.txt";
        }
        return switch (id) {
            case "polar-rest" -> "polar-rest-exercise/rest_rri.txt";
            case "polar-exercise" -> "polar-rest-exercise/exercise_rri.hrm";
            case "polar-noisy" -> "polar-rest-exercise/noisy_rri.hrm";
            case "pyhrv-60min" -> "pyhrv-60min/nni_60min.txt";
            case "biosppy-rri" -> "biosppy-rri/rri.txt";
            case "polar-h10-pvc" -> "polar-h10-pvc/polar_h10_rr.csv";
            case "mitdb-100" -> "mitdb-100/100.atr";
            case "nsr001", "nsr004" -> "nsr2db/" + id + ".ecg";
            case "ltdb-14157" -> "ltdb-14157/14157.atr";
            case "afdb-03665" -> "afdb-03665/03665.qrs";
            default -> throw new AssertionError("no file for " + id);
        };
    }
}
