package org.soothe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.Event;
import org.soothe.event.Waveform;
import org.soothe.testing.Waves;

class WristbandWaveTest {
    private static final Path DATA = Path.of("src/test/resources/data/stress-predict");

    @Test
    void theCompactFormHoldsTheWaveInBlocksOfASecond() throws IOException {
        int[] samples = Waves.read("stress-predict/S06_BVP.diff16.gz", 1);
        List<Event> blocks = WristbandWave.ofCompact(DATA.resolve("S06" + WristbandWave.COMPACT));
        assertThat(blocks).hasSize(samples.length / 64);
        Waveform tenth = (Waveform) blocks.get(10);
        assertThat(tenth.firstSampleNs()).isEqualTo(10_000_000_000L);
        assertThat(tenth.timeNs()).isEqualTo(11_000_000_000L);
        assertThat(tenth.samples().get(3)).isEqualTo(samples[643]);
    }

    @Test
    void theWristbandsOwnFormBeginsWithStartAndRate(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("BVP.csv");
        Files.writeString(file, "1644831900.00\n64.000000\n" + "-1.25\n".repeat(63) + "7.3\n" + "0.0\n".repeat(70));
        List<Event> blocks = WristbandWave.ofCsv(file);
        assertThat(blocks).hasSize(2);
        assertThat(((Waveform) blocks.get(0)).samples().get(63)).isEqualTo(73);
    }
}
