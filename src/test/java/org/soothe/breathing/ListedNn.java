package org.soothe.breathing;

import java.util.ArrayList;
import java.util.List;
import org.soothe.artifact.NnSeries;

/** Intervals from a list, for tests. */
final class ListedNn implements NnSeries {

    private record Beat(long timeNs, double nnMs, boolean corrected, boolean followsGap) {}

    private final List<Beat> beats = new ArrayList<>();

    ListedNn add(double timeS, double nnMs) {
        return add(timeS, nnMs, false, false);
    }

    ListedNn add(double timeS, double nnMs, boolean corrected, boolean followsGap) {
        beats.add(new Beat(Math.round(timeS * 1e9), nnMs, corrected, followsGap));
        return this;
    }

    /** Beats stepped by their own interval, from an interval as a function of time in seconds. */
    static ListedNn stepped(double fromS, double toS, java.util.function.DoubleUnaryOperator rrMs) {
        ListedNn nn = new ListedNn();
        double t = fromS;
        while (t < toS) {
            double rr = rrMs.applyAsDouble(t);
            t += rr / 1000;
            nn.add(t, rr);
        }
        return nn;
    }

    @Override
    public int size() {
        return beats.size();
    }

    @Override
    public long timeNs(int i) {
        return beats.get(i).timeNs();
    }

    @Override
    public double nnMs(int i) {
        return beats.get(i).nnMs();
    }

    @Override
    public boolean corrected(int i) {
        return beats.get(i).corrected();
    }

    @Override
    public boolean followsGap(int i) {
        return beats.get(i).followsGap();
    }
}
