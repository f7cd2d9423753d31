package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.WindowResult;
import org.soothe.hrv.HrvSummary;
import org.soothe.response.PhaseChange;
import org.soothe.response.PhaseRole;
import org.soothe.response.ResponseState;

/** The whole session and each of its phases, as columns. Stateless. */
final class PhaseColumns {
    private static final double TICK_S = Engine.TICK_NS / 1e9;
    private static final int CHANGES = 8;

    private PhaseColumns() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "phase",
                "breathing",
                "from_s",
                "to_s",
                "seconds",
                "beats",
                "variability",
                "corrected_percent",
                "coverage_percent",
                "longest_gap_ms",
                "quality",
                "rhythm",
                "heart_rate_bpm",
                "rmssd_ms",
                "ln_rmssd",
                "sdnn_ms",
                "pnn50_percent",
                "vlf_ms2",
                "lf_ms2",
                "hf_ms2",
                "ln_hf",
                "rsa_low_hz",
                "rsa_high_hz",
                "rsa_band_power_ms2",
                "ln_rsa_band_power",
                "breathing_rate_per_min",
                "rsa_amplitude_ms",
                "ln_rsa",
                "r2_ratio",
                "plv_ratio",
                "adherence",
                "reference",
                "change_heart_rate_bpm",
                "change_ln_rmssd",
                "change_ln_rsa",
                "change_rmssd_percent",
                "change_rsa_percent",
                "change_z_h",
                "change_z_v",
                "change_verdict",
                "shown_response"));
        for (ResponseState state : ResponseState.values()) {
            names.add("seconds_" + state.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Returns the row of the whole session and that of each phase, in the order of the names. */
    static List<@Nullable Object[]> rows(SessionFigures figures) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        int width = names().size();
        List<@Nullable Object> whole = new ArrayList<>(Arrays.asList("WHOLE", null));
        measures(whole, figures, figures.whole());
        rows.add(Arrays.copyOf(whole.toArray(), width));
        for (PhaseSpan phase : figures.phases()) {
            List<@Nullable Object> row = new ArrayList<>(
                    Arrays.asList(phase.label(), phase.start().breathing().name()));
            measures(row, figures, figures.window(phase));
            compared(row, figures, phase);
            rows.add(Arrays.copyOf(row.toArray(), width));
        }
        return rows;
    }

    private static void measures(List<@Nullable Object> row, SessionFigures figures, WindowResult window) {
        HrvSummary hrv = window.corrected();
        row.addAll(Arrays.asList(
                window.fromNs() / 1e9,
                window.toNs() / 1e9,
                (window.toNs() - window.fromNs()) / 1e9,
                hrv.beatCount(),
                figures.source().variability(),
                window.quality().correctedPercent(),
                window.quality().coveragePercent(),
                window.quality().longestGapMs(),
                window.quality().grade(),
                window.rhythm(),
                hrv.time().meanHeartRateBpm(),
                hrv.time().rmssdMs(),
                hrv.time().lnRmssd(),
                hrv.time().sdnnMs(),
                hrv.time().pnn50Percent(),
                hrv.spectrum().vlfMs2(),
                hrv.spectrum().lfMs2(),
                hrv.spectrum().hfMs2(),
                hrv.spectrum().lnHf(),
                hrv.breathing().rsaLowHz(),
                hrv.breathing().rsaHighHz(),
                hrv.breathing().rsaPowerMs2(),
                hrv.breathing().lnRsaPower(),
                hrv.breathing().breathingRatePerMin(),
                window.paced().rsaAmplitudeMs(),
                window.paced().lnRsa(),
                window.paced().r2Ratio(),
                window.paced().plvRatio(),
                window.paced().adherence()));
    }

    private static void compared(List<@Nullable Object> row, SessionFigures figures, PhaseSpan phase) {
        PhaseReport report = figures.reports().get(phase.numberCount() - 1);
        PhaseChange change = report.change();
        row.add(change == null ? null : reference(figures.phases(), phase));
        row.addAll(
                change == null
                        ? Arrays.asList(new @Nullable Object[CHANGES])
                        : List.of(
                                change.heartRateBpm(),
                                change.lnRmssd(),
                                change.lnRsa(),
                                change.rmssdPercent(),
                                change.rsaPercent(),
                                change.zH(),
                                change.zV(),
                                change.verdict()));
        row.add(report.shown());
        Map<ResponseState, Integer> states = figures.states(phase);
        for (ResponseState state : ResponseState.values()) {
            row.add(states.getOrDefault(state, 0) * TICK_S);
        }
    }

    /** The rest that the report compares with: the nearest reference before it that was breathed the same way. */
    private static @Nullable String reference(List<PhaseSpan> phases, PhaseSpan phase) {
        for (int i = phase.numberCount() - 2; i >= 0; i--) {
            PhaseSpan before = phases.get(i);
            if (PhaseRole.of(before.start().phase()) == PhaseRole.REFERENCE
                    && before.start().breathing() == phase.start().breathing()) {
                return before.label();
            }
        }
        return null;
    }
}
