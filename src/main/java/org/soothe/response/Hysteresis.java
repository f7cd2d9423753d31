package org.soothe.response;

import org.soothe.response.Detector.Course;

/**
 * From probabilities to a state that does not flicker: a state is entered when its condition holds for 2 ticks running
 * that could be read, whatever the state before, and left when its probability is below 0.60 for 3 ticks running.
 *
 * <ul>
 *   <li>THREAT_RESPONSE: p_T &gt;= 0.85, zH &gt;= 0.5, zV &lt;= -0.5
 *   <li>SOOTHING: p_S &gt;= 0.90, zH &lt;= 0.25, zV &gt;= 0.5
 *   <li>OTHER_ACTIVATION: p_X &gt;= 0.85
 * </ul>
 *
 * <p>SOOTHING is also left at once when zH rises above 0.5.
 *
 * <p>Not thread-safe; allocates nothing. Physiology basis 5.4, and 10.2 for the last rule.
 */
final class Hysteresis {

    private static final int ENTER_TICKS = 2;
    private static final int LEAVE_TICKS = 3;
    private static final double LEAVE_P = 0.60;
    private static final double THREAT_P = 0.85;
    private static final double SOOTHING_P = 0.90;
    private static final double OTHER_P = 0.85;

    /** No calm is claimed above this rise of heart rate (physiology basis 10.2), whatever the probability. */
    private static final double SOOTHING_LEAVE_ZH = 0.5;

    private ResponseState state = ResponseState.NEUTRAL;
    private int threatTicks;
    private int soothingTicks;
    private int otherTicks;
    private int lowTicks;

    void reset() {
        state = ResponseState.NEUTRAL;
        threatTicks = 0;
        soothingTicks = 0;
        otherTicks = 0;
        lowTicks = 0;
    }

    ResponseState state() {
        return state;
    }

    /** A tick whose features hold. */
    void read(StateFilter filter, double zH, double zV) {
        threatTicks = filter.p(Course.THREAT) >= THREAT_P && zH >= 0.5 && zV <= -0.5 ? threatTicks + 1 : 0;
        soothingTicks = filter.p(Course.SOOTHING) >= SOOTHING_P && zH <= 0.25 && zV >= 0.5 ? soothingTicks + 1 : 0;
        otherTicks = filter.p(Course.OTHER) >= OTHER_P ? otherTicks + 1 : 0;
        if (state == ResponseState.SOOTHING && zH > SOOTHING_LEAVE_ZH) {
            state = ResponseState.NEUTRAL;
        }
        leave(filter);
        if (threatTicks >= ENTER_TICKS) {
            enter(ResponseState.THREAT_RESPONSE);
        } else if (soothingTicks >= ENTER_TICKS) {
            enter(ResponseState.SOOTHING);
        } else if (otherTicks >= ENTER_TICKS) {
            enter(ResponseState.OTHER_ACTIVATION);
        }
    }

    /** A tick that could not be read. */
    void miss(StateFilter filter) {
        threatTicks = 0;
        soothingTicks = 0;
        otherTicks = 0;
        leave(filter);
    }

    private void enter(ResponseState entered) {
        if (state != entered) {
            state = entered;
            lowTicks = 0;
        }
    }

    private void leave(StateFilter filter) {
        double p = switch (state) {
            case THREAT_RESPONSE -> filter.p(Course.THREAT);
            case SOOTHING -> filter.p(Course.SOOTHING);
            case OTHER_ACTIVATION -> filter.p(Course.OTHER);
            case NEUTRAL, SETTLING, UNREADABLE -> 1;
        };
        lowTicks = p < LEAVE_P ? lowTicks + 1 : 0;
        if (lowTicks >= LEAVE_TICKS) {
            state = ResponseState.NEUTRAL;
            lowTicks = 0;
        }
    }
}
