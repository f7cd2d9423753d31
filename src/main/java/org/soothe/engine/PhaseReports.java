package org.soothe.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.response.PhaseChange;
import org.soothe.response.PhaseMeasures;
import org.soothe.response.PhaseRole;
import org.soothe.response.ResponseState;
import org.soothe.response.SelfReportReading;

/**
 * The report of a session: each phase as a whole, against the rest before it, and beside the person's own words
 * (physiology basis 5.5 and 5.8). A pure function of the events. Stateless.
 *
 * <p>A phase and its reference are compared over equal lengths, the newest part of each, of at least 180 s. Ratings belong to
 * the last phase before them that is no QUESTIONS phase.
 */
public final class PhaseReports {

    private PhaseReports() {}

    /** One phase and what was gathered in it. */
    private static final class Stay {
        final PhaseStart start;
        long endNs;
        final Map<SelfReportItem, Integer> ratings = new EnumMap<>(SelfReportItem.class);
        final Map<ResponseState, Integer> states = new EnumMap<>(ResponseState.class);

        Stay(PhaseStart start) {
            this.start = start;
            this.endNs = start.timeNs();
        }

        PhaseRole role() {
            return PhaseRole.of(start.phase());
        }

        boolean rest() {
            return role() == PhaseRole.REFERENCE || start.phase() == Phase.RECOVERY;
        }
    }

    /** Returns the report of every phase, in order. */
    public static List<PhaseReport> of(List<? extends Event> events) {
        List<Stay> stays = stays(events);
        List<PhaseReport> reports = new ArrayList<>();
        FinalAnalysis analysis = new FinalAnalysis();
        for (int i = 0; i < stays.size(); i++) {
            reports.add(report(events, analysis, stays, i));
        }
        return reports;
    }

    private static List<Stay> stays(List<? extends Event> events) {
        List<Stay> stays = new ArrayList<>();
        Engine engine = new Engine();
        long tickNs = Long.MIN_VALUE;
        for (Event event : events) {
            if (!engine.update(event)) {
                continue;
            }
            if (!stays.isEmpty()) {
                last(stays).endNs = event.timeNs();
            }
            if (event instanceof PhaseStart start) {
                stays.add(new Stay(start));
            } else if (event instanceof SelfReport report) {
                rate(stays, report);
            }
            Snapshot snapshot = engine.tickNs() > tickNs ? engine.snapshot() : null;
            if (snapshot != null
                    && !stays.isEmpty()
                    && snapshot.tickNs() > last(stays).start.timeNs()) {
                last(stays).states.merge(snapshot.response().state(), 1, Integer::sum);
            }
            tickNs = engine.tickNs();
        }
        return stays;
    }

    private static Stay last(List<Stay> stays) {
        return stays.get(stays.size() - 1);
    }

    private static void rate(List<Stay> stays, SelfReport report) {
        for (int i = stays.size() - 1; i >= 0; i--) {
            if (stays.get(i).start.phase() != Phase.QUESTIONS) {
                stays.get(i).ratings.put(report.item(), report.ratingCount());
                return;
            }
        }
    }

    private static PhaseReport report(List<? extends Event> events, FinalAnalysis analysis, List<Stay> stays, int i) {
        Stay stay = stays.get(i);
        Stay before = stay.role() == PhaseRole.READ ? rest(stays, i, -1) : null;
        Stay after = stay.role() == PhaseRole.READ && stay.start.phase() != Phase.RECOVERY ? rest(stays, i, 1) : null;
        long lengthNs = stay.endNs - stay.start.timeNs();
        long equalNs = before == null ? lengthNs : Math.min(lengthNs, before.endNs - before.start.timeNs());
        long bracketNs = after == null ? equalNs : Math.min(equalNs, after.endNs - after.start.timeNs());
        List<long[]> stretches = new ArrayList<>();
        stretches.add(new long[] {stay.start.timeNs(), stay.endNs});
        addNewest(stretches, stay, equalNs);
        addNewest(stretches, before, equalNs);
        addNewest(stretches, stay, bracketNs);
        addNewest(stretches, before, bracketNs);
        addNewest(stretches, after, bracketNs);
        List<WindowResult> windows = analysis.stretches(events, stretches);
        PhaseChange change = before == null
                ? null
                : PhaseChange.between(measures(before, windows.get(2)), measures(stay, windows.get(1)));
        PhaseChange bracketed = before == null || after == null
                ? null
                : PhaseChange.bracketed(
                        measures(before, windows.get(4)),
                        measures(stay, windows.get(3)),
                        measures(after, windows.get(5)));
        return new PhaseReport(
                measures(stay, windows.get(0)), change, bracketed, shown(stay), stay.ratings, reading(stay, before));
    }

    private static void addNewest(List<long[]> stretches, @Nullable Stay stay, long lengthNs) {
        if (stay == null) {
            stretches.add(new long[] {0, 0});
        } else {
            stretches.add(new long[] {stay.endNs - lengthNs, stay.endNs});
        }
    }

    /** The nearest rest in a direction that was breathed the same way. */
    private static @Nullable Stay rest(List<Stay> stays, int from, int step) {
        for (int i = from + step; i >= 0 && i < stays.size(); i += step) {
            Stay candidate = stays.get(i);
            boolean counts = step > 0 ? candidate.rest() : candidate.role() == PhaseRole.REFERENCE;
            if (counts && candidate.start.breathing() == stays.get(from).start.breathing()) {
                return candidate;
            }
        }
        return null;
    }

    private static PhaseMeasures measures(Stay stay, WindowResult window) {
        return new PhaseMeasures(
                stay.start.phase(),
                stay.start.breathing(),
                window.fromNs(),
                window.toNs(),
                window.corrected().time().meanHeartRateBpm(),
                window.corrected().time().lnRmssd(),
                window.paced().lnRsa(),
                window.quality().grade());
    }

    private static ResponseState shown(Stay stay) {
        ResponseState longest = ResponseState.NEUTRAL;
        int most = 0;
        for (ResponseState state : new ResponseState[] {
            ResponseState.SOOTHING, ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION
        }) {
            int ticks = stay.states.getOrDefault(state, 0);
            if (ticks > most) {
                most = ticks;
                longest = state;
            }
        }
        boolean read = most > 0 || stay.states.containsKey(ResponseState.NEUTRAL);
        return read ? longest : ResponseState.UNREADABLE;
    }

    private static @Nullable SelfReportReading reading(Stay stay, @Nullable Stay before) {
        if (before == null || stay.ratings.isEmpty() || before.ratings.isEmpty()) {
            return null;
        }
        return SelfReportReading.of(
                shown(stay), change(stay, before, SelfReportItem.SAFE), change(stay, before, SelfReportItem.DISTRESS));
    }

    private static int change(Stay stay, Stay before, SelfReportItem item) {
        Integer now = stay.ratings.get(item);
        Integer then = before.ratings.get(item);
        return now == null || then == null ? 0 : now - then;
    }
}
