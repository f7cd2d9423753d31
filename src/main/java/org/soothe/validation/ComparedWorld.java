package org.soothe.validation;

import org.soothe.sensor.simulated.World;

/** The worlds in which detectors are compared. */
enum ComparedWorld {
    STANDARD("standard world, responses 10 to 40 s after the marker"),
    LATE("standard world, responses 60 to 180 s after the marker"),
    ALTERED("altered world, responses 10 to 230 s after the marker"),
    THIRD("third world, responses 10 to 40 s after the marker");

    private final String title;

    ComparedWorld(String title) {
        this.title = title;
    }

    World world() {
        return switch (this) {
            case STANDARD -> World.STANDARD;
            case LATE -> World.LATE;
            case ALTERED -> World.ALTERED;
            case THIRD -> World.THIRD;
        };
    }

    String title() {
        return title;
    }
}
