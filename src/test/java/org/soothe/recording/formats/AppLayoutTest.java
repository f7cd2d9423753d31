package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.BeatSource;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Tables as the common apps write them; rows made up, layout theirs. */
class AppLayoutTest {
    @TempDir
    Path folder;

    @Test
    void hrvLoggerCountsMillisecondsSinceTheStart() throws Exception {
        RrRecording recording = read(
                "2026-11-25_RR.csv",
                "date, rr, since start",
                "2026-11-25 09:57:38 +0000, 655, 655",
                "2026-11-25 09:57:38 +0000, 671, 1326",
                "2026-11-25 09:57:39 +0000, 662, 1988",
                "2026-11-25 09:57:40 +0000, 650, 2638");
        assertThat(recording.format()).isEqualTo("HRV Logger");
        assertThat(recording.source()).isEqualTo(BeatSource.STRAP);
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.BEAT);
        assertThat(recording.rawMs()).containsExactly(655, 671, 662, 650);
        assertThat(recording.endNs()).isEqualTo(2_638_000_000L);
    }

    @Test
    void hrvLoggerWithUnixMilliseconds() throws Exception {
        RrRecording recording = read(
                "RRIntervals.csv",
                "timestamp, rr, since_start",
                "1732528658000, 655, 0",
                "1732528658671, 671, 671",
                "1732528659333, 662, 1333",
                "1732528659983, 650, 1983");
        assertThat(recording.format()).isEqualTo("HRV Logger");
        assertThat(recording.rawMs()).containsExactly(655, 671, 662, 650);
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.BEAT);
    }

    @Test
    void polarSensorLoggerWithTimesOfArrivalOrOfBeats() throws Exception {
        List<String> arrival = new ArrayList<>(List.of("Phone timestamp;RR-interval [ms]"));
        List<String> beats = new ArrayList<>(List.of("Phone timestamp;RR-interval [ms]"));
        double atMs = 0;
        for (int i = 0; i < 60; i++) {
            int rr = 800 + (i * 37) % 90;
            beats.add(stamp(atMs) + ';' + rr);
            atMs += rr;
            arrival.add(stamp(Math.ceil(atMs / 1000) * 1000 + (i * 53) % 200) + ';' + rr);
        }
        RrRecording arrived = read("Polar_H10_RR.txt", arrival.toArray(new String[0]));
        assertThat(arrived.format()).isEqualTo("Polar Sensor Logger, RR");
        assertThat(arrived.timeColumn()).isEqualTo(TimeColumn.ARRIVAL);
        assertThat(arrived.size()).isEqualTo(60);
        RrRecording placed = read("Polar_H10_RR2.txt", beats.toArray(new String[0]));
        assertThat(placed.timeColumn()).isEqualTo(TimeColumn.INTERVAL_START);
        assertThat(placed.source()).isEqualTo(BeatSource.STRAP);
    }

    @Test
    void polarSensorLoggerOfAnOpticalSensorIsPulse() throws Exception {
        RrRecording recording = read(
                "Polar_Sense_PPI.txt",
                "Phone Data RX timestamp;PP-interval [ms];error estimate [ms];blocker;contact;contact;hr [bpm]",
                "2026-11-25T09:57:38.100;810;10;0;1;1;74",
                "2026-11-25T09:57:43.200;815;10;0;1;1;74",
                "2026-11-25T09:57:43.200;805;12;0;1;1;74");
        assertThat(recording.source().variability()).isEqualTo("PRV");
        assertThat(recording.timeColumn()).isEqualTo(TimeColumn.ARRIVAL);
        assertThat(recording.rawMs()).containsExactly(810, 815, 805);
    }

    @Test
    void eliteHrvAndKubiosWriteTheIntervalsAlone() throws Exception {
        assertThat(read("2026-11-25 09-57-38.txt", "812", "790", "805").unit()).startsWith("milliseconds");
        RrRecording seconds = read("kubios.txt", "0.812\t0.812", "1.602\t0.790", "2.407\t0.805");
        assertThat(seconds.rawMs()).containsExactly(812, 790, 805);
        assertThat(seconds.timeColumn()).isEqualTo(TimeColumn.BEAT);
    }

    private static String stamp(double ms) {
        long whole = Math.round(ms);
        return String.format(
                Locale.ROOT, "2026-11-25T09:%02d:%02d.%03d", whole / 60_000, whole / 1000 % 60, whole % 1000);
    }

    private RrRecording read(String name, String... lines) throws Exception {
        return RecordingReader.read(Files.write(folder.resolve(name), List.of(lines)), ReadOptions.recognise());
    }
}
