package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.soothe.event.PacerSetting;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

/** Beats once a second, pacer at 6 per minute: ten beats a cycle, those of cycle k at 10 k to 10 k + 9 s. */
class PeakToValleyTest {

    private static final long S = 1_000_000_000L;
    private static final double[] SWING = {0, 20, 40, 50, 40, 20, 0, -30, -50, -30};

    private static PacerTrack track() {
        PacerTrack track = new PacerTrack(4);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        return track;
    }

    /** Cycles whose swing is that many times that of {@link #SWING}, which is 100 ms from top to bottom. */
    private static ListedNn cycles(double... scales) {
        ListedNn nn = new ListedNn();
        for (int t = 0; t < 10 * scales.length; t++) {
            nn.add(t, 1000 + scales[t / 10] * SWING[t % 10]);
        }
        return nn;
    }

    @Test
    void theSwingOfEveryCompleteCycleIsAveraged() {
        // The first cycle has no beat before it and the last one no beat after it.
        PeakToValley result = PeakToValley.over(cycles(9, 1, 2, 3, 9), track(), -1, 50 * S);
        assertThat(result.cycleCount()).isEqualTo(3);
        assertThat(result.rsaMs().orNaN()).isCloseTo(200, within(1e-9));
        double expected = 0;
        for (int scale = 1; scale <= 3; scale++) {
            expected += (60_000.0 / (1000 - 50 * scale) - 60_000.0 / (1000 + 50 * scale)) / 3;
        }
        assertThat(result.heartRateSpanBpm().orNaN()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void outOfTenCyclesTheLowestAndTheHighestAreLeftOut() {
        PeakToValley result = PeakToValley.over(cycles(1, 0.1, 1, 1, 2, 1, 2, 1, 2, 1, 8, 1), track(), -1, 120 * S);
        assertThat(result.cycleCount()).isEqualTo(10);
        assertThat(result.rsaMs().orNaN()).isCloseTo((5 * 100 + 3 * 200) / 8.0, within(1e-9));
    }

    @Test
    void aCycleWithACorrectedBeatOrAGapIsLeftOut() {
        ListedNn nn = new ListedNn();
        ListedNn clean = cycles(1, 5, 1, 5, 5, 1, 1);
        for (int i = 0; i < clean.size(); i++) {
            // corrected in cycle 1; a gap inside cycle 3 and one at the turn of cycle 4
            nn.add(i, clean.nnMs(i), i == 15, i == 35 || i == 50);
        }
        PeakToValley result = PeakToValley.over(nn, track(), -1, 70 * S);
        assertThat(result.rsaMs().orNaN()).as("cycle 2 alone").isCloseTo(100, within(1e-9));
        assertThat(result.cycleCount()).isEqualTo(1);
    }

    @Test
    void onlyCyclesThatLieWhollyInTheStretchCount() {
        ListedNn nn = cycles(1, 2, 3, 4, 5, 6);
        PeakToValley result = PeakToValley.over(nn, track(), 15 * S, 41 * S);
        assertThat(result.cycleCount()).isEqualTo(2);
        assertThat(result.rsaMs().orNaN()).isCloseTo(350, within(1e-9));
    }

    @Test
    void withoutAPacerOrACycleBothAreWithheld() {
        PeakToValley none = PeakToValley.over(cycles(1, 1), new PacerTrack(1), -1, 20 * S);
        assertThat(none.rsaMs()).isEqualTo(Measure.withheld(WithheldReason.NO_PACER));
        PeakToValley few = PeakToValley.over(cycles(1), track(), -1, 10 * S);
        assertThat(few.heartRateSpanBpm()).isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));
        assertThat(few.cycleCount()).isZero();
    }

    @Test
    void fourBeatsInABreathAreTooFew() {
        ListedNn nn = new ListedNn();
        for (int i = 0; i < 30; i++) {
            nn.add(i * 2.5, 1900 + i % 4);
        }
        assertThat(PeakToValley.over(nn, track(), -1, 75 * S).cycleCount()).isZero();
    }
}
