package org.soothe.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Phase;
import org.soothe.response.OrderEvidence;
import org.soothe.response.PhaseMeasures;

/**
 * Compassion against control imagery of one session, for the evidence across sessions (physiology basis 5.5): the first phase
 * of each kind, against one shared rest. Stateless.
 */
public final class SessionOrder {
    private static final Set<Phase> COMPASSION = Set.of(
            Phase.COMPASSION_SELF,
            Phase.COMPASSION_OTHER,
            Phase.COMPASSION_FLOW_OUT,
            Phase.COMPASSION_FLOW_IN,
            Phase.COMPASSION_FLOW_SELF);

    private SessionOrder() {}

    /** Returns the evidence after one more session; the same where it lacks one of the two, or a shared rest. */
    public static OrderEvidence add(OrderEvidence evidence, List<PhaseReport> session) {
        PhaseReport compassion = first(session, COMPASSION);
        PhaseReport control = first(session, Set.of(Phase.CONTROL_IMAGERY));
        if (compassion == null || control == null || !shared(compassion.reference(), control.reference())) {
            return evidence;
        }
        return evidence.with(calm(compassion), calm(control));
    }

    private static @Nullable PhaseReport first(List<PhaseReport> session, Set<Phase> phases) {
        return session.stream()
                .filter(report -> phases.contains(report.measures().phase()))
                .findFirst()
                .orElse(null);
    }

    /** Both are the newest part of a rest, so those of one rest end at the same time. */
    private static boolean shared(@Nullable PhaseMeasures one, @Nullable PhaseMeasures other) {
        return one != null && other != null && one.toNs() == other.toNs();
    }

    private static double calm(PhaseReport report) {
        return report.change() == null
                ? Double.NaN
                : report.change().zV().orNaN() - report.change().zH().orNaN();
    }
}
