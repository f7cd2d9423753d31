package org.soothe.artifact;

import java.util.ArrayList;
import java.util.List;
import org.soothe.beat.BeatSeries;

/** All intervals that the live judgement accepted of a recording, and the class of every beat: it keeps only the newest. */
final class CollectedNn implements NnSeries {

    private record Interval(long timeNs, double nnMs, boolean corrected, boolean followsGap) {}

    private final List<Interval> intervals = new ArrayList<>();
    private final List<BeatClass> classes = new ArrayList<>();

    private CollectedNn() {}

    static CollectedNn of(BeatSeries beats) {
        CollectedNn all = new CollectedNn();
        LiveBeats live = new LiveBeats();
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
            all.collect(live);
        }
        return all;
    }

    private void collect(LiveBeats live) {
        while (classes.size() < live.decidedCount()) {
            classes.add(live.beatClass(classes.size()));
        }
        NnSeries nn = live.nn();
        long lastNs = intervals.isEmpty()
                ? Long.MIN_VALUE
                : intervals.get(intervals.size() - 1).timeNs();
        int from = nn.size();
        while (from > 0 && nn.timeNs(from - 1) > lastNs) {
            from--;
        }
        for (int i = from; i < nn.size(); i++) {
            intervals.add(new Interval(nn.timeNs(i), nn.nnMs(i), nn.corrected(i), nn.followsGap(i)));
        }
    }

    /** Returns how many beats were decided; the newest may still be open. */
    int decidedCount() {
        return classes.size();
    }

    BeatClass beatClass(int beat) {
        return classes.get(beat);
    }

    @Override
    public int size() {
        return intervals.size();
    }

    @Override
    public long timeNs(int i) {
        return intervals.get(i).timeNs();
    }

    @Override
    public double nnMs(int i) {
        return intervals.get(i).nnMs();
    }

    @Override
    public boolean corrected(int i) {
        return intervals.get(i).corrected();
    }

    @Override
    public boolean followsGap(int i) {
        return intervals.get(i).followsGap();
    }
}
