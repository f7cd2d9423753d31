package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.soothe.event.PacerSetting;

/** Cycles of 10 s with beats at every second; what is varied is where in the cycle the heart is slowest. */
class PhaseLockingTest {

    private static final int BEATS_A_CYCLE = 10;

    /** Cycles whose slowest heart lies at the given phase, in radians; NaN is a cycle without a wave. */
    private static PhaseLocking locking(int cycles, int leaveOut, IntToDoubleFunction slowestRadians) {
        ListedNn nn = new ListedNn();
        for (int t = 0; t <= BEATS_A_CYCLE * cycles; t++) {
            int cycle = t / BEATS_A_CYCLE;
            int place = t % BEATS_A_CYCLE;
            double slowest = slowestRadians.applyAsDouble(cycle);
            double wave = StrictMath.cos(2 * StrictMath.PI * place / BEATS_A_CYCLE - slowest);
            // every cycle also has a trend of its own, which the fit must take up
            double rr = 1000 + (Double.isNaN(slowest) ? 0 : 30 * wave) + 5.0 * place / BEATS_A_CYCLE;
            nn.add(t, rr, place < leaveOut, false);
        }
        PacerTrack track = new PacerTrack(2);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        PacedBeats beats = new PacedBeats(nn.size());
        beats.read(nn, track, -1, 1_000_000_000L * BEATS_A_CYCLE * cycles);
        PhaseLocking locking = new PhaseLocking(nn.size());
        locking.read(beats, 0, cycles);
        return locking;
    }

    @Test
    void cyclesThatAreAllAlikeLockPerfectlyWhereverTheHeartIsSlowest() {
        assertThat(locking(8, 0, cycle -> 2.1).value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void cyclesAQuarterTurnApartLockByTheCosineOfAnEighth() {
        double value =
                locking(10, 0, cycle -> cycle % 2 == 0 ? 0 : StrictMath.PI / 2).value();
        assertThat(value).isCloseTo(StrictMath.sqrt(0.5), within(1e-9));
    }

    @Test
    void cyclesSpreadEvenlyOverTheTurnDoNotLock() {
        assertThat(locking(10, 0, cycle -> 2 * StrictMath.PI * cycle / 10).value())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void sevenCyclesAreTooFew() {
        PhaseLocking locking = locking(7, 0, cycle -> 0.5);
        assertThat(locking.cycles()).isEqualTo(7);
        assertThat(locking.value()).isNaN();
    }

    @Test
    void aCycleNeedsFiveUncorrectedBeats() {
        assertThat(locking(8, 5, cycle -> 0.5).cycles()).isEqualTo(8);
        assertThat(locking(8, 6, cycle -> 0.5).cycles()).isZero();
    }

    @Test
    void aCycleThatHasNotEndedDoesNotCount() {
        ListedNn nn = new ListedNn();
        for (int t = 0; t < 95; t++) {
            nn.add(t, 1000 + 30 * StrictMath.cos(2 * StrictMath.PI * t / BEATS_A_CYCLE));
        }
        PacerTrack track = new PacerTrack(2);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        PacedBeats beats = new PacedBeats(200);
        beats.read(nn, track, -1, 95_000_000_000L);
        PhaseLocking locking = new PhaseLocking(200);
        locking.read(beats, 0, beats.breathCount(0));
        assertThat(locking.cycles()).isEqualTo(9);
        locking.read(beats, 2, beats.breathCount(0));
        assertThat(locking.cycles()).isEqualTo(7);
    }
}
