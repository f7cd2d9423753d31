package org.soothe.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.BeatCleaner;
import org.soothe.artifact.CleanSeries;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.response.PhaseChange;
import org.soothe.response.PhaseMeasures;
import org.soothe.response.PhaseRole;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;
import org.soothe.response.SelfReportReading;

/**
 * The report of a session: each phase as a whole, against the rest before it, and beside the person's own words
 * (physiology basis 5.5 and 5.8). A pure function of the events, which can be told while they happen: of waves it keeps the
 * beats that it finds in them. Not thread-safe.
 *
 * <p>A phase is compared with the nearest rest breathed the same way: mode, and when paced pace and in-breath share, as live
 * (R1). Both are compared over equal lengths, the newest part of each, of at least 180 s. Ratings belong to the last phase
 * before them that is no QUESTIONS phase.
 */
public final class PhaseReports {

    private final PlacedRecording placed = new PlacedRecording();
    private final List<PhaseStay> stays = new ArrayList<>();
    private long tickNs = Long.MIN_VALUE;

    /** Makes the report of a session that has not begun. */
    public PhaseReports() {}

    /** Returns the report of every phase, in order; the response is read by the standard method. */
    public static List<PhaseReport> of(List<? extends Event> events) {
        return of(events, ResponseMethod.standard());
    }

    /** Returns the report of every phase, in order; the response is read by a method of choice. */
    public static List<PhaseReport> of(List<? extends Event> events, ResponseMethod method) {
        PhaseReports reports = new PhaseReports();
        Engine engine = new Engine(method);
        for (Event event : events) {
            engine.update(event);
            reports.taken(event, engine);
        }
        return reports.reports();
    }

    /** Takes an event that an engine has just taken; the response is read by its method. */
    public void taken(Event event, Engine engine) {
        taken(event, engine.tickNs(), engine::snapshot);
    }

    /** Takes an event that an engine has just taken, and what it says now. */
    public void taken(Event event, Snapshot snapshot) {
        taken(event, snapshot.tickNs(), () -> snapshot);
    }

    private void taken(Event event, long newTickNs, Supplier<Snapshot> said) {
        if (!placed.add(event)) {
            return;
        }
        if (!stays.isEmpty()) {
            last(stays).endNs = event.timeNs();
        }
        boolean ticked = newTickNs > tickNs && !stays.isEmpty();
        if (ticked
                && !(event instanceof PhaseStart)
                && newTickNs > last(stays).start.timeNs()) {
            last(stays).tick(said.get());
        }
        tickNs = newTickNs;
        if (event instanceof PhaseStart start) {
            stays.add(new PhaseStay(start));
        } else if (event instanceof SelfReport report) {
            rate(stays, report);
        }
    }

    /** Returns the report of every phase so far, in order. */
    public List<PhaseReport> reports() {
        List<PhaseReport> reports = new ArrayList<>();
        FinalAnalysis analysis = new FinalAnalysis();
        CleanSeries clean = BeatCleaner.clean(placed.beats());
        for (int i = 0; i < stays.size(); i++) {
            reports.add(report(stretches -> analysis.stretches(placed, clean, stretches), i));
        }
        return reports;
    }

    private static PhaseStay last(List<PhaseStay> stays) {
        return stays.get(stays.size() - 1);
    }

    private static void rate(List<PhaseStay> stays, SelfReport report) {
        for (int i = stays.size() - 1; i >= 0; i--) {
            if (stays.get(i).start.phase() != Phase.QUESTIONS) {
                stays.get(i).ratings.put(report.item(), report.ratingCount());
                return;
            }
        }
    }

    private PhaseReport report(Function<List<long[]>, List<WindowResult>> analysis, int i) {
        PhaseStay stay = stays.get(i);
        PhaseStay before = stay.role() == PhaseRole.READ ? rest(stays, i, -1) : null;
        PhaseStay after =
                stay.role() == PhaseRole.READ && stay.start.phase() != Phase.RECOVERY ? rest(stays, i, 1) : null;
        long equalNs = before == null ? stay.lengthNs() : Math.min(stay.lengthNs(), before.lengthNs());
        long bracketNs = after == null ? equalNs : Math.min(equalNs, after.lengthNs());
        List<long[]> stretches = new ArrayList<>();
        stretches.add(new long[] {stay.start.timeNs(), stay.endNs});
        addNewest(stretches, stay, equalNs);
        addNewest(stretches, before, equalNs);
        addNewest(stretches, stay, bracketNs);
        addNewest(stretches, before, bracketNs);
        addNewest(stretches, after, bracketNs);
        List<WindowResult> windows = analysis.apply(stretches);
        PhaseMeasures reference = before == null ? null : measures(before, windows.get(2));
        PhaseChange change = reference == null ? null : PhaseChange.between(reference, measures(stay, windows.get(1)));
        PhaseChange bracketed = before == null || after == null
                ? null
                : PhaseChange.bracketed(
                        measures(before, windows.get(4)),
                        measures(stay, windows.get(3)),
                        measures(after, windows.get(5)));
        return new PhaseReport(
                measures(stay, windows.get(0)),
                reference,
                change,
                bracketed,
                stay.shown(),
                stay.shownNs(),
                stay.ratings,
                reading(stay, before));
    }

    private static void addNewest(List<long[]> stretches, @Nullable PhaseStay stay, long lengthNs) {
        if (stay == null) {
            stretches.add(new long[] {0, 0});
        } else {
            stretches.add(new long[] {stay.endNs - lengthNs, stay.endNs});
        }
    }

    /** The nearest rest in a direction that was breathed the same way. */
    private static @Nullable PhaseStay rest(List<PhaseStay> stays, int from, int step) {
        for (int i = from + step; i >= 0 && i < stays.size(); i += step) {
            PhaseStay candidate = stays.get(i);
            boolean counts = step > 0 ? candidate.rest() : candidate.role() == PhaseRole.REFERENCE;
            if (counts && stays.get(from).breathedLike(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static PhaseMeasures measures(PhaseStay stay, WindowResult window) {
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

    /** Words outrank the signal: where the body says nothing, the words alone are offered. */
    private static @Nullable SelfReportReading reading(PhaseStay stay, @Nullable PhaseStay before) {
        if (stay.role() != PhaseRole.READ || stay.ratings.isEmpty()) {
            return null;
        }
        if (before == null || stay.shown() == ResponseState.UNREADABLE) {
            return SelfReportReading.GO_BY_THE_WORDS;
        }
        if (before.ratings.isEmpty()) {
            return null;
        }
        return SelfReportReading.of(
                stay.shown(), change(stay, before, SelfReportItem.SAFE), change(stay, before, SelfReportItem.DISTRESS));
    }

    private static int change(PhaseStay stay, PhaseStay before, SelfReportItem item) {
        Integer now = stay.ratings.get(item);
        Integer then = before.ratings.get(item);
        return now == null || then == null ? 0 : now - then;
    }
}
