package org.soothe.archfixture.report;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Reads the wall clock in three ways; the fourth takes the time as an argument and is allowed. */
final class ReadsWall {
    Instant instant() {
        return Instant.now();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    LongSupplier reference() {
        return System::currentTimeMillis;
    }

    Instant given(Clock clock) {
        return Instant.now(clock);
    }
}
