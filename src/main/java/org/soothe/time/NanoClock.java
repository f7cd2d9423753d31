package org.soothe.time;

/** A clock that only goes forward. Its readings mean nothing alone; only differences do. */
@FunctionalInterface
public interface NanoClock {

    /** Returns the reading in nanoseconds. Compare readings by subtraction: they may wrap around. */
    long nanoTime();

    /** Returns the machine's monotonic clock. */
    static NanoClock system() {
        return System::nanoTime;
    }
}
