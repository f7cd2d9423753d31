package org.soothe.cli;

import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.engine.Snapshot;
import org.soothe.hrv.Measure;
import org.soothe.report.AnalysisTable;
import org.soothe.report.UnitText;

/** A snapshot in words and rounded numbers. Stateless. */
final class ShownMeasures {
    private ShownMeasures() {}

    /** Returns the value with its unit, or why there is none. */
    static String text(Measure measure, int decimals, String unit) {
        return measure instanceof Measure.Withheld withheld
                ? withheld.reason().sentence()
                : UnitText.fixed(measure.orNaN(), decimals) + ' ' + unit;
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
            case BAD -> "settling, or uneven; check how the sensor sits";
        };
    }

    static String shortSignal(Snapshot snapshot) {
        if (unsuited(snapshot.rhythm())) {
            return "other rhythm";
        }
        return snapshot.quality().grade() == QualityGrade.BAD ? "uneven" : signal(snapshot);
    }

    private static boolean unsuited(Rhythm rhythm) {
        return rhythm == Rhythm.IRREGULAR || rhythm == Rhythm.FREQUENT_ECTOPICS;
    }
}
