package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.soothe.artifact.BeatClass.ECTOPIC;
import static org.soothe.artifact.BeatClass.EXTRA;
import static org.soothe.artifact.BeatClass.LONG_SHORT;
import static org.soothe.artifact.BeatClass.MISSED;
import static org.soothe.artifact.BeatClass.NORMAL;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Golden case G6 of the physiology basis: every row, every printed digit. */
class LipponenTarvainenGoldenTest {

    private static final double[] CLEAN = {
        800, 805, 845, 860, 830, 780, 770, 815, 835, 830, 795, 793, 823, 871, 874, 849, 794, 786, 824, 836, 833, 791,
        801, 829
    };

    @Test
    void aCleanSeriesHasTheKnownThresholdsAndNoFlag() {
        LipponenPass pass = new LipponenTarvainen(CLEAN).firstPass();

        assertThat(pass.th1Ms).containsOnly(new double[] {81.25}, within(1e-9));
        assertThat(pass.th2Ms).containsOnly(new double[] {109.525}, within(1e-9));
        assertThat(flags(pass)).isEmpty();
        double[] expected = {0.246, -0.062, -0.431, -0.025, 0.369, 0.591, 0.037};
        for (int k = 0; k < expected.length; k++) {
            assertThat(pass.d[8 + k]).as("D[%d]", 8 + k).isEqualTo(expected[k], within(5e-4));
        }
    }

    @Test
    void anEarlyBeatAndItsPauseAreEctopicAndInterpolatedOverThreeIntervals() {
        double[] rr = CLEAN.clone();
        rr[10] = 600;
        rr[11] = 1000;
        LipponenTarvainen result = new LipponenTarvainen(rr);
        LipponenPass pass = result.firstPass();

        assertThat(flags(pass)).isEqualTo(Map.of(10, LONG_SHORT, 11, ECTOPIC, 12, ECTOPIC));
        assertThat(pass.th1Ms[10]).isEqualTo(94.25, within(1e-9));
        assertThat(pass.d[10]).isEqualTo(-2.440, within(5e-4));
        assertThat(pass.d[11]).isEqualTo(4.244, within(5e-4));
        assertThat(pass.d[12]).isEqualTo(-1.878, within(5e-4));
        assertThat(pass.s12(11)).isEqualTo(-1.878, within(5e-4));
        assertThat(result.correctedMs()[10]).isEqualTo(797.9329, within(5e-5));
        assertThat(result.correctedMs()[11]).isEqualTo(807.6667, within(5e-5));
        assertThat(result.correctedMs()[12]).isEqualTo(817.4005, within(5e-5));
    }

    @Test
    void aMissedBeatIsFoundAndHalved() {
        double[] rr = new double[CLEAN.length - 1];
        System.arraycopy(CLEAN, 0, rr, 0, 10);
        rr[10] = 1588;
        System.arraycopy(CLEAN, 12, rr, 11, CLEAN.length - 12);
        LipponenTarvainen result = new LipponenTarvainen(rr);

        assertThat(flags(result.firstPass())).isEqualTo(Map.of(10, MISSED));
        assertThat(result.firstPass().d[10]).isEqualTo(8.450, within(5e-4));
        assertThat(result.firstPass().d[11]).isEqualTo(-8.528, within(5e-4));
        assertThat(result.firstPass().m[10]).isEqualTo(8.042, within(5e-4));
        assertThat(result.correctedMs()).hasSize(CLEAN.length);
        assertThat(result.correctedMs()[10]).isEqualTo(794);
        assertThat(result.correctedMs()[11]).isEqualTo(794);
        assertThat(flags(result.lastPass())).isEmpty();
        assertThat(result.missedCount()).isEqualTo(1);
    }

    @Test
    void anExtraBeatIsFoundAndJoined() {
        double[] rr = new double[CLEAN.length + 1];
        System.arraycopy(CLEAN, 0, rr, 0, 10);
        rr[10] = 310;
        rr[11] = 485;
        System.arraycopy(CLEAN, 11, rr, 12, CLEAN.length - 11);
        LipponenTarvainen result = new LipponenTarvainen(rr);

        assertThat(flags(result.firstPass())).isEqualTo(Map.of(10, EXTRA, 11, LONG_SHORT));
        assertThat(result.firstPass().d[10]).isEqualTo(-5.714, within(5e-4));
        assertThat(result.firstPass().d[11]).isEqualTo(1.923, within(5e-4));
        assertThat(result.firstPass().d[12]).isEqualTo(3.385, within(5e-4));
        assertThat(result.correctedMs()).containsExactly(CLEAN, within(1e-9));
        assertThat(flags(result.lastPass())).isEmpty();
        assertThat(result.extraCount()).isEqualTo(1);
    }

    @Test
    void aMisplacedBeatIsInterpolatedAndKeepsItsTime() {
        double[] rr = CLEAN.clone();
        rr[10] -= 90;
        rr[11] += 90;
        LipponenTarvainen result = new LipponenTarvainen(rr);

        assertThat(flags(result.firstPass())).isEqualTo(Map.of(10, LONG_SHORT, 11, ECTOPIC));
        assertThat(result.firstPass().d[10]).isEqualTo(-1.326, within(5e-4));
        assertThat(result.firstPass().d[11]).isEqualTo(1.889, within(5e-4));
        assertThat(result.firstPass().d[12]).isEqualTo(-0.637, within(5e-4));
        assertThat(result.correctedMs()[10]).isEqualTo(795.1208, within(5e-5));
        assertThat(result.correctedMs()[11]).isEqualTo(792.8792, within(5e-5));
        assertThat(result.correctedMs()[10] + result.correctedMs()[11]).isEqualTo(rr[10] + rr[11], within(1e-9));
    }

    @Test
    void aSingleLongIntervalIsInterpolatedAndNotScaled() {
        double[] rr = CLEAN.clone();
        rr[11] = 1200;
        LipponenTarvainen result = new LipponenTarvainen(rr);

        assertThat(flags(result.firstPass())).isEqualTo(Map.of(11, LONG_SHORT));
        assertThat(result.firstPass().m[11]).isEqualTo(3.339, within(5e-4));
        assertThat(result.correctedMs()[11]).isEqualTo(809, within(1e-9));
    }

    private static Map<Integer, BeatClass> flags(LipponenPass pass) {
        Map<Integer, BeatClass> flags = new TreeMap<>();
        for (int i = 0; i < pass.size; i++) {
            if (pass.classes[i] != NORMAL) {
                flags.put(i, pass.classes[i]);
            }
        }
        return flags;
    }
}
