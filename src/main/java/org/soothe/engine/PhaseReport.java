package org.soothe.engine;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.event.SelfReportItem;
import org.soothe.response.PhaseChange;
import org.soothe.response.PhaseMeasures;
import org.soothe.response.ResponseState;
import org.soothe.response.SelfReportReading;

/**
 * One phase in a report. Immutable.
 *
 * @param measures the phase as a whole
 * @param change against the rest before it, breathed the same way and cut to equal length; null where there is none
 * @param bracketed against the mean of the rest before and the rest after; null where one is missing
 * @param shown the clear state that was shown longest in the phase, else NEUTRAL or UNREADABLE
 * @param ratingCount what the person rated after the phase
 * @param reading what body and words say side by side; null where nothing was rated after the phase or after the rest
 */
public record PhaseReport(
        PhaseMeasures measures,
        @Nullable PhaseChange change,
        @Nullable PhaseChange bracketed,
        ResponseState shown,
        Map<SelfReportItem, Integer> ratingCount,
        @Nullable SelfReportReading reading) {

    /** Checks that nothing is missing and keeps a copy of the ratings. */
    public PhaseReport {
        Objects.requireNonNull(measures, "measures");
        Objects.requireNonNull(shown, "shown");
        ratingCount = Map.copyOf(ratingCount);
    }
}
