package org.soothe.artifact;

import java.util.Arrays;
import org.soothe.beat.BeatSeries;

/**
 * How far the intervals of a neighbourhood depart from the smooth course of their neighbours: the median size of
 * departures over the 91 intervals centred on each. Pure functions.
 */
final class CourseDeviation {

    static final int WINDOW_BEATS = 91;

    private CourseDeviation() {}

    /** Returns the deviation at each raw beat, from the beats as received. */
    static double[] ofRaw(BeatSeries raw) {
        int n = raw.size();
        double[] rrMs = new double[n];
        boolean[] starts = new boolean[n];
        for (int i = 0; i < n; i++) {
            rrMs[i] = raw.rrMs(i);
            starts[i] = raw.startsSegment(i);
        }
        return centred(departures(rrMs, starts, n), n);
    }

    /** Returns the deviation at each raw beat, from the intervals that a pass left. */
    static double[] of(CleanBuilder pass) {
        double[] ofNn = centred(departures(pass.nnMs, pass.followsGap, pass.size), pass.size);
        double[] ofRaw = new double[pass.raw.size()];
        Arrays.fill(ofRaw, Double.NaN);
        for (int i = 0; i < pass.size; i++) {
            ofRaw[pass.rawIndex[i]] = ofNn[i];
        }
        double lastMs = Double.NaN;
        for (int i = 0; i < ofRaw.length; i++) {
            if (Double.isNaN(ofRaw[i])) {
                ofRaw[i] = lastMs;
            }
            lastMs = ofRaw[i];
        }
        return ofRaw;
    }

    static double departure(double before2Ms, double before1Ms, double rrMs, double after1Ms, double after2Ms) {
        return rrMs - Course.at(1, 1, before2Ms, before1Ms, after1Ms, after2Ms);
    }

    private static double[] departures(double[] rrMs, boolean[] starts, int n) {
        double[] departuresMs = new double[n];
        for (int i = 0; i < n; i++) {
            double before1Ms = i >= 1 && !starts[i] ? rrMs[i - 1] : Double.NaN;
            double before2Ms = i >= 2 && !starts[i] && !starts[i - 1] ? rrMs[i - 2] : Double.NaN;
            double after1Ms = i + 1 < n && !starts[i + 1] ? rrMs[i + 1] : Double.NaN;
            double after2Ms = i + 2 < n && !starts[i + 1] && !starts[i + 2] ? rrMs[i + 2] : Double.NaN;
            double ms = departure(before2Ms, before1Ms, rrMs[i], after1Ms, after2Ms);
            departuresMs[i] = Double.isNaN(ms) ? 0 : Math.abs(ms);
        }
        return departuresMs;
    }

    private static double[] centred(double[] departuresMs, int n) {
        double[] deviationMs = new double[n];
        int half = WINDOW_BEATS / 2;
        SlidingQuartiles window = new SlidingQuartiles(WINDOW_BEATS + 1);
        for (int i = -half; i < n; i++) {
            boolean enters = i + half < n;
            boolean leaves = i - half > 0;
            if (enters && leaves) {
                window.replace(departuresMs[i - half - 1], departuresMs[i + half]);
            } else if (enters) {
                window.add(departuresMs[i + half]);
            } else if (leaves) {
                window.remove(departuresMs[i - half - 1]);
            }
            if (i >= 0) {
                deviationMs[i] = window.median();
            }
        }
        return deviationMs;
    }
}
