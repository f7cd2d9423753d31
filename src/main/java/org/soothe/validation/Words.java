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

    /** Returns a share and its 95 % interval, in percent. */
    static String share(Share share) {
        return one(share.percent()) + " [" + one(share.lowPercent()) + ", " + one(share.highPercent()) + "]";
    }
}
