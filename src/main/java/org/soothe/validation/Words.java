package org.soothe.validation;

import org.soothe.report.UnitText;

/** Figures as text. Stateless. */
final class Words {
    private Words() {}

    static String one(double value) {
        return Double.isNaN(value) ? "-" : UnitText.fixed(value, 1);
    }

    static String three(double value) {
        return Double.isNaN(value) ? "-" : UnitText.fixed(value, 3);
    }

    /** Returns a number without needless zeros. */
    static String plain(double value) {
        return UnitText.plain(value);
    }

    /** Returns a median and its 95 % interval. */
    static String median(double[] values) {
        double[] low = Ranking.medianInterval(values);
        return one(Ranking.median(values)) + " [" + one(low[0]) + ", " + one(low[1]) + "]";
    }

    /** Returns a share and its 95 % interval, in percent. */
    static String share(Share share) {
        return one(share.percent()) + " [" + one(share.lowPercent()) + ", " + one(share.highPercent()) + "]";
    }
}
