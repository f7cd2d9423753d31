package org.soothe.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.soothe.beat.BeatSeries;

/**
 * The beats of a wristband: time and interval in seconds, line by line after the start. Where an interval begins later than
 * the beat before it, the wristband left out beats: a gap.
 */
public final class WristbandBeats {

    private static final double GAP_S = 0.05;

    private WristbandBeats() {}

    /** Returns the subjects in the order of their numbers: S02 to S24. */
    public static List<String> subjects() {
        return IntStream.rangeClosed(2, 24)
                .mapToObj(number -> (number < 10 ? "S0" : "S") + number)
                .toList();
    }

    /** Returns the beats of a subject. */
    public static BeatSeries read(String subject) {
        String text =
                new String(ReferenceRecordings.bytes("stress-predict/" + subject + "_IBI.csv"), StandardCharsets.UTF_8);
        BeatSeries.Builder beats = new BeatSeries.Builder();
        double lastS = Double.NEGATIVE_INFINITY;
        for (String line : text.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            double timeS = Double.parseDouble(cells[0]);
            double rrS = Double.parseDouble(cells[1]);
            beats.beat(Math.round(timeS * 1e9), rrS * 1000, timeS - rrS > lastS + GAP_S);
            lastS = timeS;
        }
        return beats.build();
    }
}
