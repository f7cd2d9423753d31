package org.soothe.breathing;

import org.soothe.artifact.NnSeries;
import org.soothe.hrv.UnitCircle;

/**
 * The uncorrected accepted beats of a stretch with the phase of the pacer at each, newest first: what the fits read. Not
 * thread-safe; owned by the thread that owns the engine. Fixed size, allocates nothing after it is made; what does not
 * fit in is left out at the old end.
 */
final class PacedBeats {

    private static final double NS_PER_S = 1e9;

    private final double[] ageS;
    private final double[] rrMs;
    private final double[] breathCount;
    private final double[] cos;
    private final double[] sin;
    private int size;

    PacedBeats(int capacity) {
        this.ageS = new double[capacity];
        this.rrMs = new double[capacity];
        this.breathCount = new double[capacity];
        this.cos = new double[capacity];
        this.sin = new double[capacity];
    }

    /** Reads the beats in (from, to] at which a pacer was running. */
    void read(NnSeries nn, PacerTrack track, long fromNs, long toNs) {
        size = 0;
        for (int i = nn.size() - 1; i >= 0 && size < ageS.length; i--) {
            long timeNs = nn.timeNs(i);
            if (timeNs <= fromNs) {
                break;
            }
            if (timeNs > toNs || nn.corrected(i)) {
                continue;
            }
            double count = track.breathCount(timeNs);
            if (Double.isNaN(count)) {
                continue;
            }
            ageS[size] = (toNs - timeNs) / NS_PER_S;
            rrMs[size] = nn.nnMs(i);
            breathCount[size] = count;
            cos[size] = UnitCircle.cos(count);
            sin[size] = UnitCircle.sin(count);
            size++;
        }
    }

    int size() {
        return size;
    }

    /** Returns how many of the newest beats are younger than an age at the end of the stretch. */
    int countYoungerThan(double limitS) {
        int count = 0;
        while (count < size && ageS[count] < limitS) {
            count++;
        }
        return count;
    }

    /** Returns the age of beat {@code i} at the end of the stretch, seconds. */
    double ageS(int i) {
        return ageS[i];
    }

    double rrMs(int i) {
        return rrMs[i];
    }

    /** Returns the breaths the pacer had made at beat {@code i}, with fraction. */
    double breathCount(int i) {
        return breathCount[i];
    }

    /** Returns the cosine of the pacer's phase at beat {@code i}. */
    double cos(int i) {
        return cos[i];
    }

    /** Returns the sine of the pacer's phase at beat {@code i}. */
    double sin(int i) {
        return sin[i];
    }
}
