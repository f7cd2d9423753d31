package org.soothe.hrv;

import org.jspecify.annotations.Nullable;

/**
 * The place where a live measure stands between two ticks: a value, or the reason why there is none.
 *
 * <p>Not thread-safe; owned by the thread that owns the engine, read between its ticks. Only {@link #measure()} allocates.
 */
public final class LiveValue {

    private double value = Double.NaN;
    private @Nullable WithheldReason reason = WithheldReason.TOO_FEW_BEATS;

    LiveValue() {}

    /** Takes a value; one that is no finite number is withheld, because only intervals without variation make one. */
    void set(double newValue) {
        if (Double.isFinite(newValue)) {
            value = newValue;
            reason = null;
        } else {
            withhold(WithheldReason.NO_VARIATION);
        }
    }

    void withhold(WithheldReason why) {
        value = Double.NaN;
        reason = why;
    }

    /** Takes the value if there is no reason against it. */
    void set(double newValue, @Nullable WithheldReason why) {
        if (why == null) {
            set(newValue);
        } else {
            withhold(why);
        }
    }

    /** Returns the value, NaN where it is withheld. */
    public double orNaN() {
        return value;
    }

    /** Returns why there is no value, null where there is one. */
    public @Nullable WithheldReason reason() {
        return reason;
    }

    /** Returns what stands here as an immutable measure. */
    public Measure measure() {
        WithheldReason why = reason;
        return why == null ? Measure.of(value) : Measure.withheld(why);
    }
}
