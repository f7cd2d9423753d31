package org.soothe.sensor.browser;

/**
 * Maps the page's monotonic clock to the session axis. Not thread-safe; owned by the thread of the sensor.
 *
 * <pre>session time = page time + min over the newest minutes of (arrival - page time)</pre>
 *
 * <p>The quickest message tells the difference of the clocks best; every other one was held up by that much more on its way.
 * So a packet keeps its distance to the one before it, however unevenly the network brings them. The minimum is taken over
 * the running block of a minute and the one before it, because the two clocks drift apart by some milliseconds a minute.
 */
final class PageClock {

    private static final long BLOCK_NS = 60_000_000_000L;

    private long blockEndNs;
    private long blockMinNs = Long.MAX_VALUE;
    private long previousMinNs = Long.MAX_VALUE;

    /** The page began anew: its clock has nothing to do with the one before. */
    void reset() {
        blockMinNs = Long.MAX_VALUE;
        previousMinNs = Long.MAX_VALUE;
    }

    /** Returns the time on the session axis of something that happened at a time of the page and arrived later. */
    long toSessionNs(long pageNs, long arrivalNs) {
        if (blockMinNs == Long.MAX_VALUE) {
            blockEndNs = arrivalNs + BLOCK_NS;
        } else if (arrivalNs - blockEndNs >= 0) {
            previousMinNs = blockMinNs;
            blockMinNs = Long.MAX_VALUE;
            blockEndNs = arrivalNs + BLOCK_NS;
        }
        blockMinNs = Math.min(blockMinNs, arrivalNs - pageNs);
        return pageNs + Math.min(blockMinNs, previousMinNs);
    }
}
