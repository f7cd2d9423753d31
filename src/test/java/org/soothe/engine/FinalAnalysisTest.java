package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soothe.artifact.Rhythm;
import org.soothe.breathing.Adherence;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

class FinalAnalysisTest {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long FIVE_MINUTES_NS = 300 * SECOND_NS;

    private final FinalAnalysis analysis = new FinalAnalysis();
    private final List<Event> events = new ArrayList<>();
    private final List<Double> raw = new ArrayList<>();
    private double timeMs;

    @Test
    void windowsBeginWithTheRecordingAndOnlyFullOnesCount() {
        swing(1000, 50, 960);
        FinalResult result = analyze();
        assertThat(result.windows()).hasSize(3);
        assertThat(result.windows().get(0).fromNs()).isZero();
        assertThat(result.windows().get(2).toNs()).isEqualTo(3 * FIVE_MINUTES_NS);
        assertThat(result.whole().toNs()).isCloseTo(Math.round(timeMs * 1e6), within(1000L));
    }

    @Test
    void theSwingOfACleanPacedRecordingIsReadOnThePacer() {
        events.add(PacerSetting.steady(0, 6, 0.45));
        swing(1000, 50, 300);
        WindowResult whole = analyze().whole();
        assertThat(whole.paced().adherence()).isEqualTo(Adherence.FOLLOWING);
        assertThat(whole.paced().rsaAmplitudeMs().orNaN()).isCloseTo(50, within(0.5));
        assertThat(whole.corrected().breathing().breathingRatePerMin()).isEqualTo(Measure.of(6));
        assertThat(whole.corrected().breathing().rsaPowerMs2().orNaN()).isCloseTo(50 * 50 / 2.0, within(60.0));
    }

    @Test
    void whereBeatsWereLeftOutNoDifferenceCrossesTheGap() {
        swing(1000, 0, 150);
        timeMs += 10_000;
        events.add(new SensorStatus(Math.round(timeMs * 1e6), SensorState.SILENT, "left out"));
        swing(700, 0, 150);
        FinalResult result = analyze();
        assertThat(result.raw().time().rmssdMs().orNaN()).isGreaterThan(10);
        assertThat(result.whole().corrected().time().rmssdMs()).isEqualTo(Measure.of(0));
        assertThat(result.whole().quality().longestGapMs()).isCloseTo(10_000, within(1e-3));
    }

    @Test
    void frequentEctopicBeatsWithholdVariabilityAndKeepHeartRateAndTheRawValues() {
        for (int i = 0; i < 150; i++) {
            beat(900);
            beat(500);
            beat(1250);
        }
        FinalResult result = analyze();
        assertThat(result.whole().rhythm()).isNotEqualTo(Rhythm.REGULAR);
        WithheldReason reason = WithheldReason.of(result.whole().rhythm());
        assertThat(reason).isNotNull();
        assertThat(result.whole().corrected().time().rmssdMs()).isEqualTo(Measure.withheld(reason));
        assertThat(result.whole().corrected().time().meanHeartRateBpm().isAvailable())
                .isTrue();
        assertThat(result.raw().time().rmssdMs().isAvailable()).isTrue();
    }

    @Test
    void whereTheTimeAxisBeginsAnewWhatFollowsGoesOnBehindWhatWasBefore() {
        swing(900, 30, 400);
        int first = raw.size();
        double endMs = timeMs;
        timeMs = 0;
        swing(900, 30, 400);
        FinalResult result = analyze();
        assertThat(result.placedCount()).isBetween(raw.size() - 15, raw.size());
        assertThat(result.placedCount()).isGreaterThan(first + 400);
        assertThat(result.whole().toNs()).isGreaterThan(Math.round((endMs + timeMs - 15_000) * 1e6));
    }

    @Test
    void windowsWithoutAnyBeatAreLeftOut() {
        swing(1000, 20, 298);
        timeMs += 1_510_000;
        swing(1000, 20, 310);
        assertThat(analyze().windows()).hasSize(2);
    }

    @Test
    void anEmptyRecordingIsAnsweredAndSaysThatThereAreTooFewBeats() {
        FinalResult result = analyze();
        assertThat(result.windows()).isEmpty();
        assertThat(result.whole().corrected().time().rmssdMs())
                .isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));
    }

    @Test
    void aWindowWithoutLengthIsRefusedByName() {
        assertThatThrownBy(() -> analysis.analyze(events, new double[0], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("windowNs");
    }

    private FinalResult analyze() {
        return analysis.analyze(
                events, raw.stream().mapToDouble(Double::doubleValue).toArray(), FIVE_MINUTES_NS);
    }

    private void swing(double meanMs, double amplitudeMs, double lengthS) {
        double endMs = timeMs + lengthS * 1000;
        while (timeMs < endMs) {
            beat(meanMs + amplitudeMs * StrictMath.sin(2 * Math.PI * 0.1 * timeMs / 1000));
        }
    }

    private void beat(double rrMs) {
        timeMs += rrMs;
        raw.add(rrMs);
        events.add(RrPacket.ofMs(Math.round(timeMs * 1e6), rrMs));
    }
}
