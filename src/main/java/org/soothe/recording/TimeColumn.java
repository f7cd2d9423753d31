package org.soothe.recording;

/** What the times in a file stand for. */
public enum TimeColumn {
    /** No times: the beats follow each other without a gap. */
    NONE("no time column; beat times are running sums"),
    /** Each time is that of the beat that ends the interval. */
    BEAT("time column: time of the beat that ends the interval"),
    /** Each time is that of the beat that begins the interval. */
    INTERVAL_START("time column: time of the beat that begins the interval"),
    /** Each time is the arrival of the notification; beat times follow from the intervals. */
    ARRIVAL("time column: arrival of the notification");

    private final String words;

    TimeColumn(String words) {
        this.words = words;
    }

    /** Returns the meaning in words for a person. */
    public String words() {
        return words;
    }
}
