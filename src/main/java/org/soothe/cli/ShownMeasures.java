package org.soothe.cli;

import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.engine.Snapshot;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.report.AnalysisTable;
import org.soothe.report.UnitText;

/** A snapshot in words and rounded numbers. Stateless. */
final class ShownMeasures {
    private ShownMeasures() {}

    /** Beats of a minute of a slow heart, for as long as no heart rate is known. */
    private static final int SLOW_MINUTE = 40;

    /** Returns the value of a snapshot's measure with its unit, or why there is none. */
    static String text(Snapshot snapshot, Measure measure, int decimals, String unit) {
        if (measure instanceof Measure.Withheld withheld) {
            return withheld.reason() == WithheldReason.QUALITY_BAD && isSettling(snapshot)
                    ? "Comes after a minute of heartbeats."
                    : withheld.reason().sentence();
        }
        return UnitText.fixed(measure.orNaN(), decimals) + ' ' + unit;
    }

    /**
     * Returns whether there have been fewer beats in all than the minute has over which quality is judged, so that a bad grade
     * says nothing about the sensor.
     */
    private static boolean isSettling(Snapshot snapshot) {
        Measure heartRateBpm = snapshot.hrv().shownHeartRateBpm();
        return snapshot.counters().beatCount() < (heartRateBpm.isAvailable() ? heartRateBpm.orNaN() : SLOW_MINUTE);
    }

    /** Returns the value alone, or a dash. */
    static String number(Measure measure, int decimals) {
        return measure.isAvailable() ? UnitText.fixed(measure.orNaN(), decimals) : "-";
    }

    static String signal(Snapshot snapshot) {
        if (unsuited(snapshot.rhythm())) {
            return AnalysisTable.words(snapshot.rhythm());
        }
        return switch (snapshot.quality().grade()) {
            case GOOD -> "good";
            case USABLE -> "usable";
            case BAD ->
                isSettling(snapshot)
                        ? "settling; a minute of heartbeats shows how good it is"
                        : "uneven; check how the sensor sits";
        };
    }

    static String shortSignal(Snapshot snapshot) {
        if (unsuited(snapshot.rhythm())) {
            return "other rhythm";
        }
        if (snapshot.quality().grade() == QualityGrade.BAD) {
            return isSettling(snapshot) ? "settling" : "uneven";
        }
        return signal(snapshot);
    }

    private static boolean unsuited(Rhythm rhythm) {
        return rhythm == Rhythm.IRREGULAR || rhythm == Rhythm.FREQUENT_ECTOPICS;
    }
}
