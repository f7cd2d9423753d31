package org.soothe.engine;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BreathingMode;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReportItem;
import org.soothe.response.PhaseRole;
import org.soothe.response.ResponseState;
import org.soothe.response.SameBreathing;

/** One phase of a session and what was gathered in it. Not thread-safe; filled by {@link PhaseReports}, then read. */
final class PhaseStay {
    final PhaseStart start;
    final Map<SelfReportItem, Integer> ratings = new EnumMap<>(SelfReportItem.class);
    private final Map<ResponseState, Long> shownNs = new EnumMap<>(ResponseState.class);
    private @Nullable Snapshot first;
    private @Nullable Snapshot last;
    long endNs;

    PhaseStay(PhaseStart start) {
        this.start = start;
        this.endNs = start.timeNs();
    }

    PhaseRole role() {
        return PhaseRole.of(start.phase());
    }

    boolean rest() {
        return role() == PhaseRole.REFERENCE || start.phase() == Phase.RECOVERY;
    }

    long lengthNs() {
        return endNs - start.timeNs();
    }

    /** Takes what the engine says at a tick of the phase. */
    void tick(Snapshot snapshot) {
        first = first == null ? snapshot : first;
        last = snapshot;
        shownNs.merge(snapshot.response().state(), Engine.TICK_NS, Long::sum);
    }

    Map<ResponseState, Long> shownNs() {
        return shownNs;
    }

    /** Returns whether both were breathed the same way from the first tick to the last (R1). */
    boolean breathedLike(PhaseStay other) {
        BreathingMode mode = start.breathing();
        BreathingMode otherMode = other.start.breathing();
        if (mode != otherMode || mode == BreathingMode.FREE) {
            return mode == otherMode;
        }
        if (first == null || last == null || other.first == null || other.last == null) {
            return false;
        }
        return same(first, other.last) && same(last, other.last) && same(other.first, other.last);
    }

    private static boolean same(Snapshot one, Snapshot other) {
        return SameBreathing.of(
                BreathingMode.PACED, one.pacer(), one.tickNs(), BreathingMode.PACED, other.pacer(), other.tickNs());
    }

    /** Returns the clear state that was shown longest, else NEUTRAL or UNREADABLE. */
    ResponseState shown() {
        ResponseState longest = ResponseState.NEUTRAL;
        long mostNs = 0;
        for (ResponseState state : new ResponseState[] {
            ResponseState.SOOTHING, ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION
        }) {
            long ns = shownNs.getOrDefault(state, 0L);
            if (ns > mostNs) {
                mostNs = ns;
                longest = state;
            }
        }
        boolean read = mostNs > 0 || shownNs.containsKey(ResponseState.NEUTRAL);
        return read ? longest : ResponseState.UNREADABLE;
    }
}
