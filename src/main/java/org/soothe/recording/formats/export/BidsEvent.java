package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.SelfReport;
import org.soothe.event.SensorStatus;

/**
 * One row of an events file. Immutable.
 *
 * @param onsetNs when it began
 * @param durationNs how long it was, 0 for a moment
 * @param trialType phase, beat, marker, rating, pacer or sensor
 * @param value a number that goes with it as text, empty for none
 * @param rrMs the interval of a beat, NaN else
 * @param beatClass what a beat was judged to be, empty else
 * @param label what it was
 */
record BidsEvent(
        long onsetNs, long durationNs, String trialType, String value, double rrMs, String beatClass, String label) {

    /** Returns all events of a session in the order of time. */
    static List<BidsEvent> of(SessionFigures figures) {
        List<BidsEvent> rows = new ArrayList<>();
        for (PhaseSpan phase : figures.phases()) {
            rows.add(new BidsEvent(
                    phase.start().timeNs(),
                    phase.endNs() - phase.start().timeNs(),
                    "phase",
                    "",
                    Double.NaN,
                    "",
                    phase.start().phase() + " " + phase.start().breathing()));
        }
        for (Event event : figures.session().events()) {
            if (event instanceof Marker marker) {
                rows.add(moment(event, "marker", "", (marker.kind() + " " + marker.text()).strip()));
            } else if (event instanceof SelfReport report) {
                rows.add(moment(
                        event,
                        "rating",
                        Integer.toString(report.ratingCount()),
                        report.item().name()));
            } else if (event instanceof PacerSetting pacer) {
                String rate = pacer.mode() == PacerMode.OFF ? "" : Decimal.of(pacer.ratePerMin());
                rows.add(moment(event, "pacer", rate, pacer.mode().name()));
            } else if (event instanceof SensorStatus status) {
                rows.add(moment(event, "sensor", "", status.state() + " " + status.reason()));
            }
        }
        for (RawRow row : figures.raw()) {
            if (row.isPlaced()) {
                int beat = row.beatCount();
                rows.add(new BidsEvent(
                        figures.clean().rawTimeNs(beat),
                        0,
                        "beat",
                        "",
                        row.rrMs(),
                        figures.clean().beatClass(beat).name(),
                        ""));
            }
        }
        rows.sort(Comparator.comparingLong(BidsEvent::onsetNs));
        return rows;
    }

    private static BidsEvent moment(Event event, String trialType, String value, String label) {
        return new BidsEvent(event.timeNs(), 0, trialType, value, Double.NaN, "", label);
    }
}
