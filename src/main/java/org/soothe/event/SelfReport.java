package org.soothe.event;

import java.util.Objects;

/**
 * A person's own rating. Words outrank the signal. Immutable.
 *
 * @param timeNs when, on the session axis
 * @param item what was rated
 * @param ratingCount points from 0 (not at all) to 10 (completely)
 */
public record SelfReport(long timeNs, SelfReportItem item, int ratingCount) implements Event {

    /** Checks the rating; throws IllegalArgumentException outside 0 to 10. */
    public SelfReport {
        Objects.requireNonNull(item, "item");
        if (ratingCount < 0 || ratingCount > 10) {
            throw new IllegalArgumentException("ratingCount must be 0 to 10, was " + ratingCount);
        }
    }

    @Override
    public SelfReport at(long newNs) {
        return new SelfReport(newNs, item, ratingCount);
    }
}
