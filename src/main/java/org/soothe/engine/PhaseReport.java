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
 * @param reference the part of the rest before it with which it is compared; null where there is none breathed the same way
 * @param change against that rest, both cut to equal length; null where there is none
 * @param bracketed against the mean of the rest before and the rest after; null where one is missing
 * @param shown the clear state that was shown longest in the phase, else NEUTRAL or UNREADABLE
 * @param shownNs how long each state was shown, in whole ticks
 * @param ratingCount what the person rated after the phase
 * @param reading what body and words say side by side; null where the phase, or the rest it is compared with, was not rated
 */
public record PhaseReport(
        PhaseMeasures measures,
        @Nullable PhaseMeasures reference,
        @Nullable PhaseChange change,
        @Nullable PhaseChange bracketed,
        ResponseState shown,
        Map<ResponseState, Long> shownNs,
        Map<SelfReportItem, Integer> ratingCount,
        @Nullable SelfReportReading reading) {

    /** Checks that nothing is missing and keeps copies of the maps. */
    public PhaseReport {
        Objects.requireNonNull(measures, "measures");
        Objects.requireNonNull(shown, "shown");
        shownNs = Map.copyOf(shownNs);
        ratingCount = Map.copyOf(ratingCount);
    }
}
