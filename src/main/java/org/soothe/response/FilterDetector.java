package org.soothe.response;

/** The filter of physiology basis 5.4 with its hysteresis: the reference implementation. Not thread-safe. */
final class FilterDetector implements Detector {

    private static final long FIRST_DECISION_NS = 60_000_000_000L;

    /** After so many ticks without features belief has faded to evenness; more change nothing. */
    private static final long MOST_FADES = 200;

    private final StateFilter filter = new StateFilter();
    private final Hysteresis hysteresis = new Hysteresis();

    @Override
    public void begin(Evidence evidence) {
        filter.reset();
        hysteresis.reset();
    }

    @Override
    public void tick(Evidence evidence) {
        if (evidence.sinceMarkerNs() < FIRST_DECISION_NS) {
            return;
        }
        long missed = Math.min(MOST_FADES, evidence.elapsedTicks - 1 + (evidence.valid ? 0 : 1));
        for (long i = 0; i < missed; i++) {
            filter.fade();
            hysteresis.miss(filter);
        }
        if (evidence.valid) {
            filter.update(evidence.zH, evidence.zV);
            hysteresis.read(filter, evidence.zH, evidence.zV);
        }
    }

    @Override
    public double p(Course course) {
        return filter.p(course);
    }

    @Override
    public ResponseState state() {
        return hysteresis.state();
    }

    @Override
    public boolean settled() {
        return true;
    }

    /** It knows the measures of the minute only. */
    @Override
    public boolean unfamiliar() {
        return false;
    }

    @Override
    public long firstDecisionNs() {
        return FIRST_DECISION_NS;
    }
}
