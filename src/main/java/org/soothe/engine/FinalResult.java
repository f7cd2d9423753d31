package org.soothe.engine;

import java.util.List;
import java.util.Objects;
import org.soothe.hrv.HrvSummary;

/**
 * Final results of a whole recording. Immutable.
 *
 * @param raw measures of every interval as read, differences between all neighbours in the file
 * @param placedCount how many of them could be placed on the time axis
 * @param whole the recording from its first interval to its last beat
 * @param windows the full windows in it, from its start on; what is left at the end is in no window, and a
 *     window without any beat is left out
 */
public record FinalResult(HrvSummary raw, int placedCount, WindowResult whole, List<WindowResult> windows) {

    /** Keeps a copy of the list. */
    public FinalResult {
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(whole, "whole");
        windows = List.copyOf(windows);
    }
}
