package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

class LivePacingTest {

    private static final long S = 1_000_000_000L;

    private static ListedNn paced(double toS, double perMin, double amplitudeMs) {
        return ListedNn.stepped(
                0, toS, t -> 900 + amplitudeMs * StrictMath.cos(2 * StrictMath.PI * perMin / 60 * t - 1));
    }

    private static LivePacing steady(double perMin) {
        LivePacing pacing = new LivePacing();
        pacing.setting(PacerSetting.steady(0, perMin, 0.45));
        return pacing;
    }

    @Test
    void withoutAPacerEverythingIsWithheldAndSaysSo() {
        LivePacing pacing = new LivePacing();
        pacing.tick(paced(200, 6, 40), 180 * S);
        assertThat(pacing.reading().withheldReason()).isEqualTo(WithheldReason.NO_PACER);
        assertThat(pacing.reading().lnRsa()).isNaN();
        PacedMeasures measures = pacing.reading().measures();
        assertThat(measures.lnRsa().isAvailable()).isFalse();
        assertThat(measures.adherence()).isEqualTo(Adherence.UNKNOWN);
        assertThat(measures.adherenceReason()).isEqualTo(WithheldReason.NO_PACER);
    }

    @Test
    void whatIsTakenBackIsWithheldWithItsReasonUntilTheNextTick() {
        LivePacing pacing = steady(5.5);
        ListedNn nn = paced(200, 5.5, 40);
        pacing.tick(nn, 180 * S);
        pacing.withhold(WithheldReason.QUALITY_BAD);
        PacedMeasures measures = pacing.reading().measures();
        assertThat(measures.lnRsa()).isEqualTo(Measure.withheld(WithheldReason.QUALITY_BAD));
        assertThat(measures.r2Ratio()).isEqualTo(Measure.withheld(WithheldReason.QUALITY_BAD));
        assertThat(measures.plvRatio()).isEqualTo(Measure.withheld(WithheldReason.QUALITY_BAD));
        assertThat(measures.adherence()).isEqualTo(Adherence.UNKNOWN);
        pacing.tick(nn, 180 * S);
        assertThat(pacing.reading().adherence()).isEqualTo(Adherence.FOLLOWING);
    }

    @Test
    void withoutAPacerThatIsTheReasonWhateverElseIsWrong() {
        LivePacing pacing = new LivePacing();
        pacing.tick(paced(200, 6, 40), 180 * S);
        pacing.withhold(WithheldReason.QUALITY_BAD);
        assertThat(pacing.reading().withheldReason()).isEqualTo(WithheldReason.NO_PACER);
    }

    @Test
    void aPacerThatHasMadeLessThanFourBreathsHasJustChanged() {
        LivePacing pacing = new LivePacing();
        pacing.setting(PacerSetting.steady(100 * S, 6, 0.45));
        ListedNn nn = paced(200, 6, 40);
        pacing.tick(nn, 139 * S);
        assertThat(pacing.reading().withheldReason()).isEqualTo(WithheldReason.PACER_JUST_CHANGED);
        pacing.tick(nn, 140 * S);
        assertThat(pacing.reading().withheldReason()).isNull();
        assertThat(pacing.reading().plvReason()).isEqualTo(WithheldReason.TOO_FEW_BEATS);
    }

    @Test
    void theSlowestPaceFillsTheWindowWithItsFourBreaths() {
        LivePacing pacing = steady(4);
        pacing.tick(paced(200, 4, 40), 180 * S + 123_456_789);
        assertThat(pacing.reading().withheldReason()).isNull();
        assertThat(pacing.reading().rsaAmplitudeMs()).isCloseTo(40, within(1.0));
    }

    @Test
    void aHeartThatFollowsIsFollowingAndLocked() {
        LivePacing pacing = steady(5.5);
        pacing.tick(paced(200, 5.5, 40), 180 * S);
        PacedMeasures measures = pacing.reading().measures();
        assertThat(measures.adherence()).isEqualTo(Adherence.FOLLOWING);
        assertThat(measures.adherenceReason()).isNull();
        assertThat(measures.lnRsa().orNaN()).isCloseTo(StrictMath.log(40), within(0.02));
        assertThat(measures.plvRatio().orNaN()).isGreaterThan(0.99);
    }

    @Test
    void aHeartThatBreathesAtItsOwnRateBesideABloodPressureWaveIsNotFollowing() {
        LivePacing pacing = steady(5.5);
        ListedNn nn = ListedNn.stepped(
                0,
                200,
                t -> 900
                        + 40 * StrictMath.cos(2 * StrictMath.PI * 14 / 60 * t)
                        + 15 * StrictMath.cos(2 * StrictMath.PI * 0.095 * t));
        pacing.tick(nn, 180 * S);
        assertThat(pacing.reading().adherence()).isEqualTo(Adherence.NOT_FOLLOWING);
        assertThat(pacing.reading().r2Ratio()).isLessThan(0.3);
        assertThat(pacing.reading().plvRatio()).isLessThan(0.75);
    }

    @Test
    void onlyAReferenceTellsSomeoneWhoIgnoresThePacerFromSomeoneWhoseHeartHardlyFollowsTheBreath() {
        LivePacing pacing = steady(5.5);
        ListedNn nn = paced(200, 14, 40);
        pacing.tick(nn, 180 * S);
        assertThat(pacing.reading().adherenceReason()).isEqualTo(WithheldReason.LOW_RSA);
        pacing.referenceRsaMs(40);
        pacing.tick(nn, 180 * S);
        assertThat(pacing.reading().adherence()).isEqualTo(Adherence.NOT_FOLLOWING);
    }

    @Test
    void aHeartThatHardlyFollowsAnyBreathCannotBeJudgedButIsStillMeasured() {
        LivePacing pacing = steady(5.5);
        pacing.tick(paced(200, 5.5, 4.5), 180 * S);
        assertThat(pacing.reading().adherence()).isEqualTo(Adherence.UNKNOWN);
        assertThat(pacing.reading().adherenceReason()).isEqualTo(WithheldReason.LOW_RSA);
        assertThat(pacing.reading().lnRsa()).isCloseTo(StrictMath.log(4.5), within(0.02));
        pacing.referenceRsaMs(12);
        pacing.tick(paced(200, 5.5, 4.5), 180 * S);
        assertThat(pacing.reading().adherence())
                .as("a reference decides where there is one")
                .isEqualTo(Adherence.FOLLOWING);
    }

    @Test
    void intervalsThatAreAllAlikeHaveNoShareAndTheSmallestLogarithm() {
        LivePacing pacing = steady(5.5);
        pacing.tick(paced(200, 5.5, 0), 180 * S);
        assertThat(pacing.reading().lnRsa()).isCloseTo(StrictMath.log(0.5), within(1e-12));
        assertThat(pacing.reading().measures().r2Ratio().isAvailable()).isFalse();
        assertThat(pacing.reading().measures().lagRadians().isAvailable()).isFalse();
        assertThat(pacing.reading().r2Reason()).isEqualTo(WithheldReason.NO_VARIATION);
    }

    @Test
    void correctedBeatsAreNotReadAndTooManyOfThemWithholdTheMeasure() {
        ListedNn clean = paced(200, 5.5, 40);
        ListedNn few = new ListedNn();
        ListedNn many = new ListedNn();
        for (int i = 0; i < clean.size(); i++) {
            double timeS = clean.timeNs(i) / 1e9;
            boolean inTen = i % 10 == 0;
            few.add(timeS, inTen ? 1900 : clean.nnMs(i), inTen, false);
            boolean inThree = i % 3 == 0;
            many.add(timeS, clean.nnMs(i), inThree, false);
        }
        LivePacing pacing = steady(5.5);
        pacing.tick(few, 180 * S);
        assertThat(pacing.reading().rsaAmplitudeMs()).isCloseTo(40, within(1.0));
        pacing.tick(many, 180 * S);
        assertThat(pacing.reading().withheldReason()).isEqualTo(WithheldReason.LOW_COVERAGE);
    }

    @Test
    void beatsBeforeAChangeAreReadOnThePacerThatWasInForce() {
        LivePacing pacing = steady(6);
        pacing.setting(PacerSetting.steady(150 * S, 5, 0.4));
        BreathPacer before = BreathPacer.of(PacerSetting.steady(0, 6, 0.45));
        BreathPacer after = pacing.pacer();
        ListedNn nn = ListedNn.stepped(0, 200, t -> {
            long timeNs = Math.round(t * 1e9);
            double count = (timeNs < 150 * S ? before : after).breathCount(timeNs);
            return 900 + 40 * StrictMath.cos(2 * StrictMath.PI * count);
        });
        pacing.tick(nn, 180 * S);
        assertThat(pacing.reading().r2Ratio()).isGreaterThan(0.98);
        assertThat(pacing.reading().rsaAmplitudeMs()).isCloseTo(40, within(1.0));
    }

    @Test
    void aRampIsReadWithoutWaitingForItsEnd() {
        LivePacing pacing = new LivePacing();
        pacing.setting(new PacerSetting(0, PacerMode.RAMP, 5.5, 12, 0.45, 0, 0));
        BreathPacer pacer = pacing.pacer();
        ListedNn nn = ListedNn.stepped(
                0, 100, t -> 800 + 40 * StrictMath.cos(2 * StrictMath.PI * pacer.breathCount(Math.round(t * 1e9))));
        pacing.tick(nn, 70 * S);
        assertThat(pacing.reading().r2Ratio()).isGreaterThan(0.95);
        assertThat(pacer.settledNs()).isGreaterThan(70 * S);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anySettingIsAnsweredAndTheTickNeverThrows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LivePacing pacing = new LivePacing();
        ListedNn nn = paced(200, 6, 40);
        List<PacerMode> modes = List.of(PacerMode.OFF, PacerMode.STEADY, PacerMode.RAMP);
        double[] odd = {Double.NaN, 0, -1, 1e300, Double.POSITIVE_INFINITY, 5.5, 4, 10, 0.45, 500, 1e-300};
        for (int k = 0; k < 20_000; k++) {
            long timeNs = random.nextInt(20) == 0 ? random.nextLong() : random.nextLong(200 * S);
            PacerAnswer answer = pacing.setting(new PacerSetting(
                    timeNs,
                    modes.get(random.nextInt(modes.size())),
                    odd[random.nextInt(odd.length)],
                    odd[random.nextInt(odd.length)],
                    odd[random.nextInt(odd.length)],
                    odd[random.nextInt(odd.length)],
                    odd[random.nextInt(odd.length)]));
            assertThat(answer).isNotNull();
            if (k % 20 == 0) {
                pacing.tick(nn, random.nextInt(10) == 0 ? random.nextLong() : random.nextLong(220 * S));
                pacing.reading().measures();
            }
        }
    }

    @Test
    void aTickAllocatesNothing() {
        LivePacing pacing = steady(5.5);
        ListedNn nn = paced(200, 5.5, 40);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int k = 0; k < 2000; k++) {
            pacing.tick(nn, 180 * S);
        }
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        for (int k = 0; k < 1000; k++) {
            pacing.tick(nn, 180 * S + k);
        }
        // The look at the counter may allocate by itself; a tick that allocates would cost 16,000 bytes at least.
        long bytes = threads.getThreadAllocatedBytes(id) - before;
        assertThat(bytes).as("1000 ticks, no object is below 16 bytes").isLessThan(1000 * 16);
    }
}
