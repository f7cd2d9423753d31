package org.soothe.recording.formats;

import java.util.Arrays;

/**
 * The numbers of a file as written, row by row, before their unit is known. Not thread-safe.
 *
 * <p>A value that the file marks as missing is NaN.
 */
final class RawColumns {
    private final boolean timed;
    private int size;
    private double[] rr = new double[512];
    private double[] time = new double[512];
    private int[] line = new int[512];

    RawColumns(boolean timed) {
        this.timed = timed;
    }

    void add(int lineNumber, double rrValue, double timeValue) {
        if (size == rr.length) {
            rr = Arrays.copyOf(rr, 2 * size);
            time = Arrays.copyOf(time, 2 * size);
            line = Arrays.copyOf(line, 2 * size);
        }
        rr[size] = rrValue;
        time[size] = timeValue;
        line[size] = lineNumber;
        size++;
    }

    int size() {
        return size;
    }

    boolean timed() {
        return timed;
    }

    double rr(int i) {
        return rr[i];
    }

    double time(int i) {
        return time[i];
    }

    int line(int i) {
        return line[i];
    }

    /** Returns these columns with their places changed: for a file that writes the time last. */
    RawColumns swapped() {
        RawColumns out = new RawColumns(true);
        for (int i = 0; i < size; i++) {
            out.add(line[i], time[i], rr[i]);
        }
        return out;
    }

    /** Returns the intervals alone. */
    RawColumns withoutTime() {
        RawColumns out = new RawColumns(false);
        for (int i = 0; i < size; i++) {
            out.add(line[i], rr[i], Double.NaN);
        }
        return out;
    }

    /** Returns the middle value of the intervals above 0; NaN where there is none. */
    double medianRr() {
        double[] sorted = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (rr[i] > 0) {
                sorted[count++] = rr[i];
            }
        }
        Arrays.sort(sorted, 0, count);
        return count == 0 ? Double.NaN : sorted[count / 2];
    }

    /** Returns whether every interval is a whole number. */
    boolean wholeNumbers() {
        for (int i = 0; i < size; i++) {
            if (rr[i] != Math.rint(rr[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the intervals only grow, as times and sample numbers do and intervals never do. */
    boolean growing() {
        if (size < 5) {
            return false;
        }
        for (int i = 1; i < size; i++) {
            if (!(rr[i] > rr[i - 1])) {
                return false;
            }
        }
        return size >= 10 || rr[size - 1] > 3 * rr[0];
    }
}
