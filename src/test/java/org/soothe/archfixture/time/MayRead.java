package org.soothe.archfixture.time;

/** Breaks no rule: this room reads the clock. */
final class MayRead {
    long now() {
        return System.nanoTime();
    }
}
