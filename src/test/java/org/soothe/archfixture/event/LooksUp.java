package org.soothe.archfixture.event;

import org.soothe.archfixture.beat.Stage;

/** Looks up the stairs, which is also a way round in a circle. */
public record LooksUp(Stage stage) {}
