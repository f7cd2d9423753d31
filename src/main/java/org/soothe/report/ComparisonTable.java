package org.soothe.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;
import org.soothe.hrv.Measure;
import org.soothe.recording.compare.Agreement;
import org.soothe.recording.file.Difference;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;

/** Two readings of one session side by side, as text: A as recorded, B re-analysed. Not thread-safe. */
public final class ComparisonTable {
    private static final int NAME = 26;
    private static final int COLUMN = 26;
    private static final int READING = 42;
    private static final int MOST_PATHS = 12;
    private static final double TICK_S = Engine.TICK_NS / 1e9;

    private final Appendable out;
    private boolean named;
    private long leftOut;

    /** Makes a table that goes to a text. */
    public ComparisonTable(Appendable out) {
        this.out = out;
    }

    /** Writes what is compared, which settings differ, and the phases. */
    public void begin(ComparedSession session) throws IOException {
        line(session.file());
        line("  A  as recorded   " + session.proof());
        StringBuilder changed = new StringBuilder();
        session.changed()
                .forEach((name, value) -> changed.append(changed.length() == 0 ? "" : ", ")
                        .append(name)
                        .append(" = ")
                        .append(value));
        line("  B  re-analysed   with " + changed + "; everything else as in A");
        line("");
        List<CardDifference> lines = CardDifference.between(session.recordedCard(), session.otherCard());
        line("What differs in the method" + (lines.isEmpty() ? ": nothing" : ""));
        int ofA = 0;
        int ofB = 0;
        for (CardDifference difference : lines) {
            if (!difference.recorded().isEmpty() && !difference.other().isEmpty()) {
                line("  " + difference.section() + ", " + difference.name() + ": " + difference.recorded() + " in A, "
                        + difference.other() + " in B");
            } else {
                ofA += difference.recorded().isEmpty() ? 0 : 1;
                ofB += difference.other().isEmpty() ? 0 : 1;
            }
        }
        if (ofA + ofB > 0) {
            line("  and the numbers of each detector: " + ofA + " lines of the card of A, " + ofB + " of that of B");
        }
        line("  Both cards in full: --method-card FILE, or --json.");
        line("");
        for (int i = 0; i < session.recordedPhases().size(); i++) {
            phase(session.recordedPhases().get(i), session.otherPhases().get(i));
        }
    }

    private void phase(PhaseReport recorded, PhaseReport other) throws IOException {
        Map<String, @Nullable Object> one = PhaseFigures.of(recorded);
        Map<String, @Nullable Object> two = PhaseFigures.of(other);
        line(UnitText.left("Phase " + one.get("phase"), NAME + 2)
                + UnitText.right("A as recorded", COLUMN)
                + UnitText.right("B re-analysed", COLUMN));
        for (Map.Entry<String, @Nullable Object> entry : one.entrySet()) {
            Object value = two.get(entry.getKey());
            if (!entry.getKey().equals("phase") && (entry.getValue() != null || value != null)) {
                line("  " + UnitText.left(entry.getKey(), NAME)
                        + UnitText.right(text(entry.getValue()), COLUMN)
                        + UnitText.right(text(value), COLUMN)
                        + (Objects.equals(entry.getValue(), value) ? "" : "  *"));
            }
        }
        line("");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number) ? UnitText.plain(number) : UnitText.fixed(number, 6);
        }
        return value == null ? "-" : value.toString();
    }

    /** Writes a tick, or counts it as left out. */
    public void tick(Snapshot recorded, Snapshot other, List<Difference> differences, boolean shown)
            throws IOException {
        if (!shown) {
            leftOut++;
            return;
        }
        if (!named) {
            named = true;
            line(UnitText.right("time", 8) + "  " + UnitText.left("A as recorded", READING) + "  B re-analysed");
            line(UnitText.right("", 8) + "  " + UnitText.left(HEADING, READING) + "  " + HEADING);
        }
        skipped();
        boolean sameState = recorded.response().state() == other.response().state();
        line(UnitText.right(UnitText.clock(recorded.tickNs()), 8)
                + "  " + UnitText.left(reading(recorded), READING)
                + "  " + UnitText.left(reading(other), READING)
                + (differences.isEmpty() ? "" : sameState ? " ." : " *"));
    }

    private static final String HEADING = UnitText.left("response", 16)
            + UnitText.right("%", 4)
            + UnitText.right("zH", 7)
            + UnitText.right("zV", 7)
            + UnitText.right("RMSSD", 8);

    private void skipped() throws IOException {
        if (leftOut > 0) {
            line(UnitText.right("...", 8) + "  " + leftOut + (leftOut == 1 ? " tick" : " ticks") + " not shown");
            leftOut = 0;
        }
    }

    private static String reading(Snapshot snapshot) {
        ResponseSignal signal = snapshot.response();
        String percent = "";
        Measure[] z = new Measure[2];
        if (signal instanceof ResponseSignal.Reading reading) {
            percent = Long.toString(Math.round(100 * reading.pState()));
            z[0] = reading.zH();
            z[1] = reading.zV();
        }
        return UnitText.left(ResponseWords.inShort(signal), 16)
                + UnitText.right(percent, 4)
                + UnitText.right(number(z[0], 2), 7)
                + UnitText.right(number(z[1], 2), 7)
                + UnitText.right(number(snapshot.hrv().rmssdMs(), 1), 8);
    }

    private static String number(@Nullable Measure measure, int decimals) {
        return measure == null || !measure.isAvailable() ? "-" : UnitText.fixed(measure.orNaN(), decimals);
    }

    /** Writes how far both agree. */
    public void end(Agreement agreement) throws IOException {
        skipped();
        if (named) {
            line("  * the response differs   . another value differs");
            line("");
        }
        Difference first = agreement.first();
        if (first == null) {
            line("A and B are the same, bit for bit: " + agreement.snapshotCount() + " snapshots, "
                    + agreement.tickCount() + " ticks.");
            return;
        }
        line("A and B differ first at " + first.timeNs() / 1e9 + " s: " + first.path() + " is " + first.recorded()
                + " in A, " + first.computed() + " in B.");
        line("Some value differs at " + agreement.differingTickCount() + " of " + agreement.tickCount()
                + " ticks and in " + agreement.differingSnapshotCount() + " of " + agreement.snapshotCount()
                + " snapshots.");
        states(agreement);
        paths(agreement);
    }

    private void states(Agreement agreement) throws IOException {
        Difference first = agreement.firstState();
        if (first == null) {
            line("The state of the response is the same at every tick.");
            return;
        }
        line("The state of the response differs at " + agreement.differingStateCount() + " of "
                + agreement.tickCount() + " ticks, first at " + UnitText.clock(first.timeNs()) + " (" + first.recorded()
                + " in A, " + first.computed() + " in B):");
        for (ResponseState one : ResponseState.values()) {
            for (ResponseState two : ResponseState.values()) {
                long ticks = agreement.tickCount(one, two);
                if (ticks > 0 && one != two) {
                    line("  " + UnitText.right(UnitText.plain(ticks * TICK_S), 6) + " s  A " + one + ", B " + two);
                }
            }
        }
    }

    private void paths(Agreement agreement) throws IOException {
        TreeSet<String> stages = new TreeSet<>();
        agreement.ticksOfPath().keySet().forEach(path -> stages.add(path.split("\\.", 2)[0]));
        line("It differs in: " + String.join(", ", stages) + ". By ticks:");
        int shown = 0;
        for (Map.Entry<String, Long> entry : agreement.ticksOfPath().entrySet()) {
            if (shown++ < MOST_PATHS) {
                line("  " + UnitText.right(entry.getValue().toString(), 6) + "  " + entry.getKey());
            }
        }
        if (shown > MOST_PATHS) {
            line("          and " + (shown - MOST_PATHS) + " values more; --json names all of them.");
        }
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
