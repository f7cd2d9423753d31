package org.soothe.recording.formats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.BatteryLevel;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.testing.External;

class JsonLinesExportTest {
    @TempDir
    Path folder;

    @Test
    void everyEventComesBackExactlyButForTheAddressOfTheSensor() throws Exception {
        List<Event> events = new ArrayList<>(Sessions.withWaves(14));
        events.add(new BatteryLevel(events.get(events.size() - 1).timeNs(), 80));
        events.add(new EnergyExpended(events.get(events.size() - 1).timeNs(), 12));
        RrRecording back = RecordingReader.read(written(events), ReadOptions.recognise());

        List<Event> expected = new ArrayList<>(events);
        expected.replaceAll(event -> event instanceof SensorIdentity s
                ? new SensorIdentity(s.timeNs(), s.kind(), s.name(), "", s.source(), s.details())
                : event);
        assertThat(back.events()).isEqualTo(expected);
        assertThat(back.notes()).isEmpty();
    }

    @Test
    void aFileThatWasCutOffSaysSoAndOneThatLostALineIsRefused() throws Exception {
        Path file = written(Sessions.events(15));
        List<String> lines = Files.readAllLines(file);
        Path cut = Files.write(folder.resolve("cut.jsonl"), lines.subList(0, 200));
        assertThat(RecordingReader.read(cut, ReadOptions.recognise()).notes())
                .containsExactly("The file has no last line: it was cut off; everything before is used.");
        List<String> less = new ArrayList<>(lines);
        less.remove(100);
        Path lost = Files.write(folder.resolve("lost.jsonl"), less);
        assertThatThrownBy(() -> RecordingReader.read(lost, ReadOptions.recognise()))
                .isInstanceOf(RecordingFormatException.class)
                .hasMessageContaining("events are in it");
    }

    @Test
    @External(program = "python3", install = "apt-get install python3")
    void pythonReadsEveryLine() throws Exception {
        Path file = written(Sessions.events(16));
        String program = """
                import json, sys
                lines = [json.loads(line) for line in open(sys.argv[1])]
                events = [l for l in lines if l['line'] == 'event']
                assert lines[0]['version'] == 1 and lines[0]['method'] and lines[-1]['events'] == len(events)
                print(len(events), sum(len(e['rr']) for e in events if e['event'] == 'RrPacket'))
                """;
        String said = Tools.run(folder, "python3", "-c", program, file.toString());
        List<Event> events = Sessions.events(16);
        int raw = new SessionFigures(Sessions.of(events)).raw().size();
        assertThat(said.strip()).isEqualTo(events.size() + " " + raw);
    }

    private Path written(List<Event> events) throws Exception {
        Path file = folder.resolve("session.jsonl");
        ExportFormat.JSONL.write(Sessions.of(events), file);
        return file;
    }
}
