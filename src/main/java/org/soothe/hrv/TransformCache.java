package org.soothe.hrv;

import org.jspecify.annotations.Nullable;

/** Keeps the transform of each power of two that was asked for, and of the last other length. Not thread-safe. */
final class TransformCache {

    private final @Nullable PowerTransform[] powersOfTwo = new PowerTransform[31];
    private @Nullable PowerTransform other;
    private int otherLength;

    /** Returns the transform of {@code n} samples, at least 1. */
    PowerTransform ofLength(int n) {
        boolean isPower = Integer.bitCount(n) == 1;
        int index = Integer.numberOfTrailingZeros(n);
        PowerTransform kept = isPower ? powersOfTwo[index] : n == otherLength ? other : null;
        if (kept != null) {
            return kept;
        }
        PowerTransform made = PowerTransform.ofLength(n);
        if (isPower) {
            powersOfTwo[index] = made;
        } else {
            other = made;
            otherLength = n;
        }
        return made;
    }
}
