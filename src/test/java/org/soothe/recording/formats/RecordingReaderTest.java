package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.beat.BeatClock;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

class RecordingReaderTest {
    @TempDir
    Path folder;

    @Test
    void clockTimesThatPassMidnightGoOnTheNextDay() throws Exception {
        StringBuilder text = new StringBuilder("time,rr_ms\n");
        for (int i = 0; i < 700; i++) {
            int second = (23 * 3600 + 59 * 60 + i) % 86_400;
            text.append(String.format(
                    Locale.ROOT, "%02d:%02d:%02d.000,1000%n", second / 3600, second / 60 % 60, second % 60));
        }
        assertThat(placed(read(text.toString()))).isEqualTo(700);
    }

    @Test
    void timesThatBeginAnewGoOnAfterAGapAndTheNoteSaysSo() throws Exception {
        StringBuilder text = new StringBuilder("t_s,rr_ms\n");
        for (int i = 1; i <= 600; i++) {
            text.append(i > 400 ? i - 300 : i).append(",1000\n");
        }
        RrRecording recording = read(text.toString());
        assertThat(placed(recording)).isEqualTo(600);
        assertThat(recording.notes()).anyMatch(note -> note.contains("go back 1 time"));
    }

    @Test
    void aHoleOfTenHoursLosesNoBeat() throws Exception {
        StringBuilder text = new StringBuilder("t_s,rr_ms\n");
        for (int i = 1; i <= 400; i++) {
            text.append(i > 200 ? i + 36_000 : i).append(",1000\n");
        }
        assertThat(placed(read(text.toString()))).isEqualTo(400);
    }

    @Test
    void anIntervalThatNoHeartMakesLosesNoOtherBeat() throws Exception {
        assertThat(placed(read("800\n".repeat(200) + "1000000000\n" + "800\n".repeat(200))))
                .isEqualTo(400);
    }

    private static int placed(RrRecording recording) {
        return FinalAnalysis.beats(recording.events()).size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "812\n790\n805\n",
                "812\r\n790\r\n805\r\n",
                "812\r790\r805",
                "\n# note\n812\n\n790\n 805 \n",
                "\"812\"\n\"790\"\n\"805\""
            })
    void linesOfNumbersAreIntervalsWhateverEndsTheLines(String text) throws Exception {
        assertThat(read(text).rawMs()).containsExactly(812, 790, 805);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.812 0.790 0.805 | seconds (recognised: the middle value is 0.805)",
                "0,812 0,790 0,805 | seconds (recognised: the middle value is 0.805)",
                "812 790 805 | milliseconds (recognised: the middle value is 805)",
            })
    void theUnitIsRecognisedFromTheValuesAndStated(String values, String stated) throws Exception {
        RrRecording recording = read(values.replace(' ', '\n'));
        assertThat(recording.unit()).isEqualTo(stated);
        assertThat(recording.rawMs()).containsExactly(812, 790, 805);
    }

    @Test
    void ticksLookLikeMillisecondsSoTheyAreToldOrNamed() throws Exception {
        Path file = write("1024\n512\n1024\n");
        assertThat(RecordingReader.read(file, ReadOptions.recognise().withUnit(IntervalUnit.TICKS_1024))
                        .rawMs())
                .containsExactly(1000, 500, 1000);
        assertThat(read("RR [1/1024 s]\n1024\n512\n").rawMs()).containsExactly(1000, 500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "812 793 805 | true",
                "812.5 791 805 | false",
                "812 792 804 | false",
                "# Units:= ms 812 793 805 | false",
                "0.812 0.793 0.805 | false",
                "t,rr 1.0,812 1.8,793 2.6,805 | false",
            })
    void wholeNumbersWithoutTimesMayBeTicksWhichIsSaid(String values, boolean said) throws Exception {
        String text = values.replace("= ms", "=\u00a0ms")
                .replace(' ', '\n')
                .replace("#\n", "# ")
                .replace('\u00a0', ' ');
        assertThat(read(text).notes().stream().anyMatch(note -> note.contains("say --unit ticks")))
                .isEqualTo(said);
    }

    @Test
    void aGermanTimeColumnIsSeen() throws Exception {
        assertThat(read("Zeit [s];RR [ms]\n0,8;800\n1,61;810\n2,41;800\n").timeColumn())
                .isEqualTo(TimeColumn.BEAT);
    }

    @Test
    void ticksAreRecognisedWhereATimeColumnShowsThatTheyLastLess() throws Exception {
        StringBuilder text = new StringBuilder("time_s;rr\n");
        double timeS = 0;
        for (int i = 0; i < 60; i++) {
            int ticks = 850 + 7 * (i % 9);
            timeS += ticks / 1024.0;
            text.append(timeS).append(';').append(ticks).append('\n');
        }
        RrRecording recording = read(text.toString());
        assertThat(recording.unit()).startsWith("ticks of 1/1024 s (recognised");
        assertThat(recording.rawMs(0)).isEqualTo(850 * 1000 / 1024.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rr_ms", "RR-interval [ms]", "ibi", "RRI (ms)", "nn", "Interbeat Interval", "rrMs", "R-R"})
    void aColumnOfIntervalsIsKnownByManyNames(String name) throws Exception {
        assertThat(read("beat," + name + ",quality\n1,812,9\n2,790,9\n").rawMs())
                .containsExactly(812, 790);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,812;1\n0,790;2", "812.0\t1\n790.0\t2", "812 1\n790 2", "812,1\n790,2"})
    void delimitersAndDecimalCommasAreRecognised(String rows) throws Exception {
        char delimiter = rows.contains(";") ? ';' : rows.contains("\t") ? '\t' : rows.contains(",") ? ',' : ' ';
        assertThat(read("rr" + delimiter + "n\n" + rows).rawMs()).containsExactly(812, 790);
    }

    @Test
    void aTimeBesideTheIntervalThatIsTheirRunningSumIsTheTimeOfTheBeat() throws Exception {
        RrRecording recording = TestData.read("synth/chirp.csv");
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.BEAT);
        assertThat(recording.events().get(0).timeNs()).isEqualTo(866_923_000L);
        assertThat(recording.events()).hasSize(recording.size());
    }

    @Test
    void aTimeThatScattersAroundTheIntervalsIsTheArrivalAndRowsOfOneNotificationAreOnePacket() throws Exception {
        RrRecording recording = TestData.read("polar-h10-pvc/polar_h10_rr.csv");
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.ARRIVAL);
        assertThat(recording.size()).isEqualTo(798);
        assertThat(recording.source()).isEqualTo(BeatSource.STRAP);
        RrPacket third = (RrPacket) recording.events().get(2);
        assertThat(third.timeNs()).isEqualTo(2_681_000_000L);
        assertThat(third.rr().size()).isEqualTo(2);
    }

    @Test
    void theTimeMayBeThatOfTheBeatBefore() throws Exception {
        RrRecording recording = read("0 800\n0.8 810\n1.61 790\n2.4 805\n");
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.INTERVAL_START);
        assertThat(recording.events().get(0).timeNs()).isEqualTo(800_000_000L);
    }

    @Test
    void phonesWriteDatesWhichCountFromTheFirstInterval() throws Exception {
        RrRecording recording = read("""
                Phone timestamp;RR-interval [ms]
                2021-05-05T10:00:00.800;800
                2021-05-05T10:00:01.610;810
                2021-05-05T10:00:02.400;790
                """);
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.BEAT);
        assertThat(recording.events().get(0).timeNs()).isEqualTo(800_000_000L);
        assertThat(recording.endNs()).isEqualTo(2_400_000_000L);
    }

    @Test
    void aCounterIsNoTime() throws Exception {
        RrRecording recording = read("1 800\n2 810\n3 790\n4 805\n5 800\n6 795\n");
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.NONE);
        assertThat(recording.notes()).hasSize(1);
    }

    @Test
    void beatsLeftOutByTheWristbandAreASilentSensorSoThatNoDifferenceCrosses() throws Exception {
        RrRecording recording = TestData.read("stress-predict/S06_IBI.csv");
        assertThat(recording.source()).isEqualTo(BeatSource.PULSE);
        assertThat(recording.size()).isEqualTo(3128);
        assertThat(silences(recording)).isEqualTo(107);
        BeatSeries beats = beats(recording);
        int starts = 0;
        for (int i = 0; i < beats.size(); i++) {
            starts += beats.startsSegment(i) ? 1 : 0;
        }
        assertThat(beats.size()).isEqualTo(3128);
        assertThat(starts).isEqualTo(108);
        assertThat(beats.timeNs(11)).isEqualTo(27_531_250_000L);
    }

    @Test
    void missingAndImpossibleIntervalsAreLeftOutAndSaid() throws Exception {
        RrRecording recording = read("rr\n800\nNaN\n810\n0\n-5\n790\ninf\nNA\n");
        assertThat(recording.rawMs()).containsExactly(800, 810, 790);
        assertThat(recording.notes()).first().asString().contains("5 rows", "first on line 3");
        assertThat(silences(recording)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void textInAnyUnicodeWithOrWithoutMarkIsRead(String charset) throws Exception {
        Path file = folder.resolve("text.csv");
        Files.write(file, "rr_ms,note\n812,a\n790,b\n".getBytes(Charset.forName(charset)));
        assertThat(RecordingReader.read(file, ReadOptions.recognise()).rawMs()).containsExactly(812, 790);
        Files.write(file, "\uFEFF812\n790\n".getBytes(StandardCharsets.UTF_8));
        assertThat(RecordingReader.read(file, ReadOptions.recognise()).rawMs()).containsExactly(812, 790);
    }

    @Test
    void tableAndAnnotationFileOfOneRecordGiveTheSameBeats() throws Exception {
        RrRecording table = TestData.read("mitdb-100/100.beats.csv");
        RrRecording annotations = TestData.read("mitdb-100/100.atr");
        assertThat(annotations.rawMs()).containsExactly(table.rawMs());
        assertThat(annotations.events()).isEqualTo(table.events());
        assertThat(annotations.notes())
                .containsExactly("34 of 2273 beats are marked as other than normal; every beat is used.");
    }

    @Test
    void sampleNumbersWithARateGiveTheIntervalsBetweenThem() throws Exception {
        ReadOptions at100Hz = ReadOptions.recognise().withSampleRateHz(100);
        RrRecording peaks =
                RecordingReader.read(TestData.path("neurokit-resting/bio_resting_5min.ppg.derived-peaks.txt"), at100Hz);
        RrRecording intervals = TestData.read("neurokit-resting/bio_resting_5min.ppg.derived-rr.txt");
        assertThat(peaks.rawMs()).containsExactly(intervals.rawMs());
        assertThat(peaks.source()).isEqualTo(BeatSource.PULSE);
    }

    @Test
    void beatTimesInSecondsGiveTheIntervalsBetweenThem() throws Exception {
        assertThat(read("0.5\n1.25\n2.0\n2.875\n3.625\n").rawMs()).containsExactly(750, 750, 875, 750);
    }

    @Test
    void aListInJsonIsChosenByName() throws Exception {
        RrRecording recording = RecordingReader.read(
                TestData.path("synth/artifacts_5pct_0.json"),
                ReadOptions.recognise().withColumn("corrupt_beats_ms"));
        assertThat(recording.format()).isEqualTo("a list of beat times");
        assertThat(recording.unit()).startsWith("milliseconds");
        assertThat(read("[800, 810.5, 790]").rawMs()).containsExactly(800, 810.5, 790);
    }

    @Test
    void everyIntervalOfEveryTextRecordingBecomesABeatOfTheClock() throws Exception {
        for (String name : new String[] {
            "polar-rest-exercise/rest_rri.txt",
            "polar-rest-exercise/noisy_rri.hrm",
            "pyhrv-60min/nni_60min.txt",
            "biosppy-rri/rri.txt",
            "pulsesensor-sessions/2014-01-07-18-28-25.txt",
            "nsr2db/nsr001.ecg",
            "ltdb-14157/14157.atr",
            "mitdb-100/100.atr",
            "synth/sweep.csv"
        }) {
            RrRecording recording = TestData.read(name);
            assertThat(beats(recording).size()).as(name).isEqualTo(recording.size());
        }
    }

    private static int silences(RrRecording recording) {
        int count = 0;
        for (Event event : recording.events()) {
            count += event instanceof SensorStatus status && status.state() == SensorState.SILENT ? 1 : 0;
        }
        return count;
    }

    private static BeatSeries beats(RrRecording recording) {
        BeatClock clock = new BeatClock();
        BeatSeries.Builder beats = new BeatSeries.Builder();
        for (Event event : recording.events()) {
            if (event instanceof RrPacket packet) {
                clock.packet(packet, beats);
            } else {
                clock.endSegment();
            }
        }
        return beats.build();
    }

    private RrRecording read(String text) throws Exception {
        return RecordingReader.read(write(text), ReadOptions.recognise());
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("recording.txt"), text);
    }
}
