package org.soothe.artifact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.soothe.beat.BeatSeries;

/**
 * How often a series is called what: final windows of five minutes, and live ticks every five seconds. Windows and ticks
 * with too few beats to tell are not counted.
 */
final class RhythmCounts {

    private static final long TICK_NS = 5_000_000_000L;

    private final Map<Rhythm, Integer> windows = new EnumMap<>(Rhythm.class);
    private final Map<Rhythm, Integer> ticks = new EnumMap<>(Rhythm.class);
    private final List<Double> firstS = new ArrayList<>();

    /** Adds all windows of five minutes that fit, or the one from the start where none fits. */
    RhythmCounts add(BeatSeries beats) {
        CleanSeries clean = BeatCleaner.clean(beats);
        IrregularRhythm rhythm = new IrregularRhythm();
        long endNs = beats.timeNs(beats.size() - 1);
        long t = 0;
        do {
            windows.merge(rhythm.of(clean, t, t + TestHearts.FIVE_MINUTES_NS), 1, Integer::sum);
            t += TestHearts.FIVE_MINUTES_NS;
        } while (t + TestHearts.FIVE_MINUTES_NS <= endNs);
        double[] seenS = {Double.POSITIVE_INFINITY};
        ticks(beats, (nowNs, now) -> {
            ticks.merge(now, 1, Integer::sum);
            seenS[0] = unreadable(now) ? Math.min(seenS[0], nowNs / 1e9) : seenS[0];
        });
        firstS.add(seenS[0]);
        return this;
    }

    /** Hears what the live engine would say at each tick. */
    interface Tick {
        void at(long nowNs, Rhythm rhythm);
    }

    static void ticks(BeatSeries beats, Tick tick) {
        LiveBeats live = new LiveBeats();
        IrregularRhythm rhythm = new IrregularRhythm();
        long tickNs = TICK_NS;
        for (int i = 0; i < beats.size(); i++) {
            long nowNs = beats.timeNs(i);
            live.beat(nowNs, beats.rrMs(i), beats.startsSegment(i));
            if (nowNs >= tickNs) {
                tick.at(nowNs, rhythm.now(live, nowNs));
                tickNs = nowNs + TICK_NS;
            }
        }
    }

    static boolean unreadable(Rhythm rhythm) {
        return rhythm == Rhythm.IRREGULAR || rhythm == Rhythm.FREQUENT_ECTOPICS;
    }

    int windowCount() {
        return known(windows);
    }

    int tickCount() {
        return known(ticks);
    }

    /** From the start of a series to its first tick that is not to be read, the median of all series, infinite if none. */
    double medianFirstS() {
        return firstS.stream().sorted().toList().get(firstS.size() / 2);
    }

    /** The same of the series that took longest. */
    double longestFirstS() {
        return Collections.max(firstS);
    }

    /** Windows called irregular, of 100 with enough beats. */
    double irregularWindowsPercent() {
        return percent(windows, Rhythm.IRREGULAR);
    }

    /** Ticks called irregular, of 100 with enough beats. */
    double irregularTicksPercent() {
        return percent(ticks, Rhythm.IRREGULAR);
    }

    /** Windows that are not to be read, irregular or with frequent ectopic beats, of 100. */
    double unreadableWindowsPercent() {
        return 100 - percent(windows, Rhythm.REGULAR);
    }

    /** Ticks that are not to be read, of 100. */
    double unreadableTicksPercent() {
        return 100 - percent(ticks, Rhythm.REGULAR);
    }

    private static double percent(Map<Rhythm, Integer> counts, Rhythm rhythm) {
        return 100.0 * counts.getOrDefault(rhythm, 0) / Math.max(1, known(counts));
    }

    private static int known(Map<Rhythm, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - counts.getOrDefault(Rhythm.UNKNOWN, 0);
    }
}
