package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.sensor.gatt.HeartRateMeasurement;

/** The Java of docs/guide/developer.md compiles and does what the guide says, because it stands here too. */
class DeveloperGuideTest {

    private static final Path GUIDE = Path.of("docs/guide/developer.md");
    private static final Path THIS = Path.of("src/test/java/org/soothe/engine/DeveloperGuideTest.java");

    @Test
    void everyPieceOfJavaInTheGuideStandsInThisTest() throws IOException {
        Pattern fenced = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
        List<String> pieces = fenced.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult piece) -> unindented(piece.group(1)))
                .toList();
        assertThat(pieces).hasSize(3);
        assertThat(pieces)
                .allSatisfy(
                        piece -> assertThat(unindented(Files.readString(THIS))).contains(piece));
    }

    @Test
    void aStrapIsReadBeatByBeat() {
        Engine engine = new Engine();
        engine.update(PacerSetting.steady(0, 5.5, 0.45));
        long arrivalNs = 0;
        for (int beat = 0; beat < 100; beat++) {
            arrivalNs += 833_007_812L;
            byte[] bytes = {0x16, 72, 0x55, 0x03};
            notification(engine, bytes, arrivalNs);
        }
        assertThat(engine.snapshot().counters().beatCount()).isEqualTo(100);
        assertThat(engine.snapshot().pacer().targetPerMin()).isEqualTo(5.5);
    }

    private static void notification(Engine engine, byte[] bytes, long arrivalNs) {
        if (HeartRateMeasurement.decode(bytes) instanceof HeartRateMeasurement measurement) {
            engine.update(measurement.toRrPacket(arrivalNs));
        }
    }

    private static String rmssdInWords(Engine engine) {
        Snapshot snapshot = engine.snapshot();
        Measure rmssdMs = snapshot.hrv().rmssdMs();
        if (rmssdMs instanceof Measure.Withheld withheld) {
            return withheld.reason().sentence();
        }
        return Math.round(rmssdMs.orNaN()) + " ms";
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        Engine engine = new Engine();
        assertThat(rmssdInWords(engine)).isEqualTo(WithheldReason.TOO_FEW_BEATS.sentence());
        for (int beat = 1; beat <= 100; beat++) {
            engine.update(RrPacket.ofMs(beat * 800_000_000L, beat % 2 == 0 ? 820 : 780));
        }
        assertThat(rmssdInWords(engine)).isEqualTo("40 ms");
    }

    private static FinalResult analyse(Path file) throws RecordingFormatException {
        RrRecording recording = RecordingReader.read(file, ReadOptions.recognise());
        FinalAnalysis analysis = new FinalAnalysis();
        long windowNs = 300_000_000_000L;
        return analysis.analyze(recording.events(), recording.rawMs(), windowNs);
    }

    @Test
    void aFileIsAnalysedAsAWholeAndInWindows() throws RecordingFormatException {
        FinalResult result = analyse(Path.of("src/test/resources/data/polar-rest-exercise/rest_rri.txt"));
        assertThat(result.windows()).isNotEmpty();
        assertThat(result.raw().time().rmssdMs().isAvailable()).isTrue();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }
}
