package org.soothe.sensor.browser;

/**
 * What became of the messages of a page. Immutable.
 *
 * @param messageCount messages that came
 * @param malformedCount those that could not be read, or whose packet could not
 * @param repeatedCount those that came twice or too late, and were left out
 * @param missingCount those whose numbers never came; each run of them is a gap
 * @param unknownCount packets of characteristics that nothing is known of
 */
public record BrowserCounters(
        long messageCount, long malformedCount, long repeatedCount, long missingCount, long unknownCount) {}
