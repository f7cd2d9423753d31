package org.soothe.archfixture.event;

import java.util.List;

/** Breaks no rule: each number says its unit. */
public record Word(long timeNs, double lnRmssd, double pCalm, int beatCount, List<Double> ratesHz, String text) {}
