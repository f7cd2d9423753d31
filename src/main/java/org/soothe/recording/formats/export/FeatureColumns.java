package org.soothe.recording.formats.export;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.breathing.BreathPacer;
import org.soothe.breathing.PacedMeasures;
import org.soothe.engine.Snapshot;
import org.soothe.hrv.LiveMeasures;
import org.soothe.response.ResponseSignal;

/** What the engine said every 5 s, as columns. Stateless. */
final class FeatureColumns {
    static final List<String> NAMES = List.of(
            "t_s",
            "phase",
            "variability",
            "quality",
            "corrected_percent",
            "coverage_percent",
            "longest_gap_ms",
            "rhythm",
            "heart_rate_bpm",
            "rmssd_ms",
            "ln_rmssd",
            "lf_ms2",
            "hf_ms2",
            "ln_hf",
            "rsa_low_hz",
            "rsa_high_hz",
            "rsa_band_power_ms2",
            "ln_rsa_band_power",
            "smoothness_ratio",
            "coherence_ratio",
            "heart_breathing_rate_per_min",
            "breathing_rate_per_min",
            "pacer",
            "pacer_rate_per_min",
            "ln_rsa",
            "rsa_amplitude_ms",
            "lag_radians",
            "r2_ratio",
            "plv_ratio",
            "adherence",
            "response",
            "response_reason",
            "p_neutral",
            "p_soothing",
            "p_threat",
            "p_other",
            "z_h",
            "z_v");

    private static final Set<String> TEXTS =
            Set.of("phase", "variability", "quality", "rhythm", "pacer", "adherence", "response", "response_reason");

    private FeatureColumns() {}

    /** Returns whether a column holds numbers. */
    static boolean isNumber(int column) {
        return !TEXTS.contains(NAMES.get(column));
    }

    /** Returns one row, in the order of the names: texts, numbers, measures, and null for what is not there. */
    static @Nullable Object[] row(SessionFigures.Tick tick) {
        Snapshot snapshot = tick.snapshot();
        LiveMeasures hrv = snapshot.hrv();
        PacedMeasures paced = snapshot.paced();
        BreathPacer pacer = snapshot.pacer();
        long tickNs = snapshot.tickNs();
        PhaseSpan phase = tick.phase();
        ResponseSignal response = snapshot.response();
        ResponseSignal.Reading reading = response instanceof ResponseSignal.Reading r ? r : null;
        return new @Nullable Object[] {
            tickNs / 1e9,
            phase == null ? null : phase.label(),
            tick.source().variability(),
            snapshot.quality().grade(),
            snapshot.quality().correctedPercent(),
            snapshot.quality().coveragePercent(),
            snapshot.quality().longestGapMs(),
            snapshot.rhythm(),
            hrv.heartRateBpm(),
            hrv.rmssdMs(),
            hrv.lnRmssd(),
            hrv.lfMs2(),
            hrv.hfMs2(),
            hrv.lnHf(),
            hrv.rsaLowHz(),
            hrv.rsaHighHz(),
            hrv.rsaPowerMs2(),
            hrv.lnRsaPower(),
            hrv.smoothnessRatio(),
            hrv.coherenceRatio(),
            hrv.breathingRatePerMin(),
            snapshot.breathingRatePerMin(),
            pacer.mode(),
            pacer.isRunning() && tickNs >= pacer.anchorNs() ? pacer.ratePerMin(tickNs) : Double.NaN,
            paced.lnRsa(),
            paced.rsaAmplitudeMs(),
            paced.lagRadians(),
            paced.r2Ratio(),
            paced.plvRatio(),
            paced.adherence(),
            response.state(),
            response instanceof ResponseSignal.Unreadable unreadable ? unreadable.reason() : null,
            reading == null ? null : reading.pNeutral(),
            reading == null ? null : reading.pSoothing(),
            reading == null ? null : reading.pThreat(),
            reading == null ? null : reading.pOther(),
            reading == null ? null : reading.zH(),
            reading == null ? null : reading.zV()
        };
    }
}
