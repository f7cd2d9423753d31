package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.soothe.sensor.serial.SerialFrame.Beat;
import org.soothe.sensor.serial.SerialFrame.Hello;
import org.soothe.sensor.serial.SerialFrame.Lost;
import org.soothe.sensor.serial.SerialFrame.Malformed;
import org.soothe.sensor.serial.SerialFrame.Restart;
import org.soothe.sensor.serial.SerialFrame.TimedSamples;

/** The sample lines of {@code firmware-notes/line-protocol.md} mean what stands beside them. */
class LineProtocolPageTest {

    private static final Path PAGE = Path.of("firmware-notes", "line-protocol.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\$[^`]*)` \\| (.*) \\|$", Pattern.MULTILINE);

    @Test
    void everySampleLineMeansWhatThePageSays() throws IOException {
        String page = Files.readString(PAGE);
        String samples = page.substring(page.indexOf("## Sample lines"));
        List<String> said = new ArrayList<>();
        List<String> meant = new ArrayList<>();
        SootheDecoder decoder = new SootheDecoder();
        for (MatchResult row : ROW.matcher(samples).results().toList()) {
            byte[] line = (row.group(1) + "\n").getBytes(StandardCharsets.US_ASCII);
            List<SerialFrame> frames = new ArrayList<>();
            decoder.accept(line, line.length, frames::add);
            said.add(row.group(1) + " " + row.group(2));
            meant.add(row.group(1) + " "
                    + frames.stream().map(LineProtocolPageTest::words).collect(Collectors.joining("; ")));
        }
        assertThat(said).hasSizeGreaterThan(10).isEqualTo(meant);
    }

    private static String words(SerialFrame frame) {
        if (frame instanceof Hello hello) {
            return "hello from " + hello.name();
        } else if (frame instanceof TimedSamples timed) {
            int count = timed.samples().size();
            return count + (count == 1 ? " sample" : " samples") + " at " + Math.round(timed.sampleRateHz())
                    + " Hz, first at " + timed.deviceNs() / 1_000_000 + " ms, from "
                    + timed.samples().get(0) + " to " + timed.samples().get(count - 1);
        } else if (frame instanceof Beat beat) {
            return "a beat, " + beat.rrMs() + " ms after the one before" + (beat.follows() ? "" : ", which was lost");
        } else if (frame instanceof Lost lost) {
            return lost.lineCount() + (lost.lineCount() == 1 ? " line" : " lines") + " lost";
        } else if (frame instanceof Malformed malformed) {
            return "refused: " + malformed.reason();
        }
        return frame instanceof Restart ? "restart" : frame.toString();
    }
}
