package org.soothe.hrv;

/**
 * A number, or the reason why there is none: absence is a state and never a number. Immutable.
 *
 * <p>The name of whoever holds a measure says its unit.
 */
public sealed interface Measure {

    /**
     * Returns the measure of a value.
     *
     * @param value a finite number
     * @throws IllegalArgumentException if the value is NaN or infinite, which no measure may say
     */
    static Measure of(double value) {
        return new Available(value);
    }

    /** Returns the measure that is withheld for a reason. */
    static Measure withheld(WithheldReason reason) {
        return new Withheld(reason);
    }

    /** Returns the value, or NaN where it is withheld: for arithmetic, which NaN cannot leave unseen. */
    double orNaN();

    /** Returns whether there is a value. */
    default boolean isAvailable() {
        return this instanceof Available;
    }

    /** There is a value. Immutable. */
    final class Available implements Measure {

        private final double value;

        private Available(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value of a measure must be finite, was " + value);
            }
            this.value = value;
        }

        /** Returns the value, a finite number. */
        public double value() {
            return value;
        }

        @Override
        public double orNaN() {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Available that && Double.compare(value, that.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** There is no value, for a reason. Immutable. */
    final class Withheld implements Measure {

        private final WithheldReason reason;

        private Withheld(WithheldReason reason) {
            this.reason = reason;
        }

        /** Returns why there is no value. */
        public WithheldReason reason() {
            return reason;
        }

        @Override
        public double orNaN() {
            return Double.NaN;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Withheld that && reason == that.reason;
        }

        @Override
        public int hashCode() {
            return reason.hashCode();
        }

        @Override
        public String toString() {
            return "withheld: " + reason;
        }
    }
}
