package org.soothe.jmh;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.RecordingReader;

/** Recordings of the tests, for the benchmarks. */
final class Recordings {

    private Recordings() {}

    /** 23 h of a person of 64 years, 106,307 beats. */
    static RrRecording nsr001() {
        return read("nsr2db/nsr001.ecg");
    }

    /** 23 h of another person, 97,743 beats. */
    static RrRecording nsr004() {
        return read("nsr2db/nsr004.ecg");
    }

    /** 16 min at rest. */
    static RrRecording rest() {
        return read("polar-rest-exercise/rest_rri.txt");
    }

    private static RrRecording read(String name) {
        URL url = Objects.requireNonNull(Recordings.class.getResource("/data/" + name), name);
        try {
            return RecordingReader.read(Path.of(url.toURI()), ReadOptions.recognise());
        } catch (URISyntaxException | RecordingFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
