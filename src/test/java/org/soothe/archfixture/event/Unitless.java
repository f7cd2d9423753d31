package org.soothe.archfixture.event;

import java.util.List;

/** Five numbers that say no unit. */
@SuppressWarnings("ArrayRecordComponent") // the rule must see through an array
public record Unitless(double value, int[] counts, List<Double> rates, double phase, Long timens) {}
