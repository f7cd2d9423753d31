package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.soothe.response.Detector.Course;

/** Golden case G10 of the physiology basis, by filter and by the detector that turns it into states. */
class StateFilterGoldenTest {

    private static final double[] ZH = {0.2, 0.8, 1.5, 2.0, 2.2, 2.1, 2.2, 2.2};
    private static final double[] ZV = {-0.1, -0.9, -1.4, -1.8, -2.0, -2.1, -2.1, -2.1};
    private static final long SECOND_NS = 1_000_000_000L;

    private final StateFilter filter = new StateFilter();

    @Test
    void g10EightTicksOfAGrowingResponse() {
        for (int tick = 1; tick <= 8; tick++) {
            filter.update(ZH[tick - 1], ZV[tick - 1]);
            switch (tick) {
                case 1 -> assertProbabilities(0.5994, 0.1749, 0.1298, 0.0959);
                case 4 -> assertProbabilities(0.6203, 0.0444, 0.2142, 0.1211);
                case 8 -> assertProbabilities(0.3721, 0.0086, 0.4995, 0.1198);
                default -> {}
            }
        }
    }

    @Test
    void g10LikelihoodsOfTheFirstTick() {
        assertThat(StateFilter.logLikelihood(0, 0.2, -0.1)).isCloseTo(0.0669, within(5e-5));
        assertThat(StateFilter.logLikelihood(1, 0.2, -0.1)).isCloseTo(-2.0348, within(5e-5));
        assertThat(StateFilter.logLikelihood(2, 0.2, -0.1)).isCloseTo(-2.2570, within(5e-5));
        assertThat(StateFilter.logLikelihood(3, 0.2, -0.1)).isCloseTo(-1.6650, within(5e-5));
    }

    @Test
    void g10AConstantThreatReachesItsThresholdAtTick20() {
        int first = 0;
        for (int tick = 1; tick <= 30; tick++) {
            filter.update(1.8, -1.75);
            first = first == 0 && filter.p(Course.THREAT) >= 0.85 ? tick : first;
        }
        assertThat(first).isEqualTo(20);
        assertThat(filter.p(Course.THREAT)).isCloseTo(0.8968, within(5e-5));
    }

    @Test
    void g10FortyTicksOfNothingAndOfDrive() {
        repeat(40, 0, 0);
        assertProbabilities(0.8989, 0.0405, 0.0261, 0.0344);
        filter.reset();
        repeat(40, 2.0, 0.0);
        assertThat(filter.p(Course.OTHER)).isCloseTo(0.9050, within(5e-5));
    }

    @Test
    void g10AConstantSoothingNeedsFiftyOneTicks() {
        repeat(40, -1.4, 1.4);
        assertThat(filter.p(Course.SOOTHING)).isCloseTo(0.8881, within(5e-5));
        repeat(9, -1.4, 1.4);
        assertThat(filter.p(Course.SOOTHING)).isCloseTo(0.8989, within(5e-5));
        repeat(1, -1.4, 1.4);
        assertThat(filter.p(Course.SOOTHING)).isLessThan(0.90);
        repeat(1, -1.4, 1.4);
        assertThat(filter.p(Course.SOOTHING)).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void aConstantThreatIsShownAtTick21WhichIs160SecondsAfterTheMarker() {
        FilterDetector detector = new FilterDetector();
        Evidence evidence = evidence(1.8, -1.75);
        detector.begin(evidence);
        long shownS = 0;
        for (long s = 5; s <= 300 && shownS == 0; s += 5) {
            evidence.tickNs = s * SECOND_NS;
            detector.tick(evidence);
            shownS = detector.state() == ResponseState.THREAT_RESPONSE ? s : 0;
        }
        assertThat(shownS).isEqualTo(160);
    }

    @Test
    void beliefFadesWithoutFeaturesAndTheStateIsLeftAfterThreeLowTicks() {
        FilterDetector detector = new FilterDetector();
        Evidence evidence = evidence(1.8, -1.75);
        detector.begin(evidence);
        for (long s = 60; s <= 300; s += 5) {
            evidence.tickNs = s * SECOND_NS;
            detector.tick(evidence);
        }
        double before = detector.p(Course.THREAT);
        evidence.valid = false;
        int misses = 0;
        while (detector.state() == ResponseState.THREAT_RESPONSE) {
            evidence.tickNs += 5 * SECOND_NS;
            detector.tick(evidence);
            misses++;
            assertThat(detector.p(Course.THREAT)).isLessThan(before);
        }
        int lowAt = (int) StrictMath.ceil(StrictMath.log((0.60 - 0.25) / (before - 0.25)) / StrictMath.log(0.96));
        assertThat(misses).isEqualTo(lowAt + 2);
    }

    @Test
    void tickThatWereSkippedOverASilenceFadeLikeTicksThatCouldNotBeRead() {
        FilterDetector one = detectorAfterThreat();
        FilterDetector many = detectorAfterThreat();
        Evidence evidence = evidence(Double.NaN, Double.NaN);
        evidence.valid = false;
        evidence.tickNs = 340 * SECOND_NS;
        evidence.elapsedTicks = 8;
        one.tick(evidence);
        evidence.elapsedTicks = 1;
        for (int i = 0; i < 8; i++) {
            many.tick(evidence);
        }
        for (Course course : Course.values()) {
            assertThat(one.p(course)).isEqualTo(many.p(course));
        }
    }

    private static FilterDetector detectorAfterThreat() {
        FilterDetector detector = new FilterDetector();
        Evidence evidence = evidence(1.8, -1.75);
        detector.begin(evidence);
        for (long s = 60; s <= 300; s += 5) {
            evidence.tickNs = s * SECOND_NS;
            detector.tick(evidence);
        }
        return detector;
    }

    private static Evidence evidence(double zH, double zV) {
        Evidence evidence = new Evidence();
        evidence.valid = true;
        evidence.zH = zH;
        evidence.zV = zV;
        return evidence;
    }

    private void repeat(int ticks, double zH, double zV) {
        for (int i = 0; i < ticks; i++) {
            filter.update(zH, zV);
        }
    }

    private void assertProbabilities(double neutral, double soothing, double threat, double other) {
        assertThat(filter.p(Course.NEUTRAL)).isCloseTo(neutral, within(5e-5));
        assertThat(filter.p(Course.SOOTHING)).isCloseTo(soothing, within(5e-5));
        assertThat(filter.p(Course.THREAT)).isCloseTo(threat, within(5e-5));
        assertThat(filter.p(Course.OTHER)).isCloseTo(other, within(5e-5));
    }
}
