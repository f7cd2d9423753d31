package org.soothe.response;

import org.jspecify.annotations.Nullable;

/** Which detector reads the response. The default is chosen by evidence; see docs/decisions. */
public enum ResponseMethod {
    /** The four-state filter of the physiology basis 5.4, the reference implementation: it judges the level of a minute. */
    FILTER {
        @Override
        Detector create() {
            return new FilterDetector();
        }
    },
    /** The likelihood ratio of a response against the person's own drift, beat by beat; the default (decision 0056). */
    DRIFT {
        @Override
        Detector create() {
            return new DriftDetector();
        }
    };

    /** Returns the one an engine uses unless told otherwise. */
    public static ResponseMethod standard() {
        return DRIFT;
    }

    /** Returns the one of a name, as files hold it; null where this version has none of that name. */
    public static @Nullable ResponseMethod named(String name) {
        for (ResponseMethod method : values()) {
            if (method.name().equals(name)) {
                return method;
            }
        }
        return null;
    }

    abstract Detector create();
}
