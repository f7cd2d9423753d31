package org.soothe.response;

import org.jspecify.annotations.Nullable;

/** The newest reference phases of a session. Not thread-safe; fixed size, allocates nothing after construction. */
final class References {

    private static final int CAPACITY = 6;

    private final Reference[] ring = new Reference[CAPACITY];
    private long count;

    References() {
        for (int i = 0; i < CAPACITY; i++) {
            ring[i] = new Reference();
        }
    }

    /** Forgets all. */
    void clear() {
        count = 0;
    }

    /** Returns the place for the next reference, which is the newest from now on. */
    Reference next() {
        return ring[(int) (count++ % CAPACITY)];
    }

    /** Returns the newest usable one that was breathed the same way, null if there is none. */
    @Nullable
    Reference matching(Breathing breathing) {
        return newest(breathing, true);
    }

    /** Returns why nothing matches: there was one, but not usable; or there was none. */
    ResponseReason whyNone(Breathing breathing) {
        return newest(breathing, false) == null
                ? ResponseReason.NO_MATCHING_REFERENCE
                : ResponseReason.REFERENCE_NOT_USABLE;
    }

    /** Returns the newest usable one, however it was breathed; null if there is none. */
    @Nullable
    Reference newest() {
        for (long i = count - 1; i >= 0 && i >= count - CAPACITY; i--) {
            Reference reference = ring[(int) (i % CAPACITY)];
            if (reference.usable) {
                return reference;
            }
        }
        return null;
    }

    private @Nullable Reference newest(Breathing breathing, boolean usable) {
        for (long i = count - 1; i >= 0 && i >= count - CAPACITY; i--) {
            Reference reference = ring[(int) (i % CAPACITY)];
            if (reference.usable == usable && reference.breathing.matches(breathing)) {
                return reference;
            }
        }
        return null;
    }
}
