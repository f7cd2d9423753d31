package org.soothe.artifact;

import java.util.Objects;

/**
 * The quality of a window of beats. Immutable.
 *
 * @param grade the worst grade any of the three figures gives
 * @param correctedPercent corrected intervals of 100 accepted ones; NaN where none was accepted
 * @param coveragePercent accepted time of 100 parts of the window, at most 100; NaN before the first window
 * @param longestGapMs longest time in the window without an accepted interval; NaN before the first window
 */
public record Quality(QualityGrade grade, double correctedPercent, double coveragePercent, double longestGapMs) {

    /** Checks that the grade is there. */
    public Quality {
        Objects.requireNonNull(grade, "grade");
    }
}
