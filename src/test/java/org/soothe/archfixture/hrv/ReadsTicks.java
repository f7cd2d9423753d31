package org.soothe.archfixture.hrv;

/** A stage that reads the clock: breaks the clock rule and is not pure. */
final class ReadsTicks {
    long now() {
        return System.nanoTime();
    }
}
