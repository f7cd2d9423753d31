package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.soothe.event.Event;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * One wave on an even grid from time 0 on, as EDF and BIDS need it. Immutable.
 *
 * <p>A block that follows the one before goes on beside it; the grid is brought back to the times of the blocks as soon as
 * they are more than one sample apart. Up to {@link #REPEATED} empty places repeat the sample before; more are missing.
 */
final class WaveGrid {
    /** What stands where there is no sample. */
    static final int MISSING = Integer.MIN_VALUE;

    static final int REPEATED = 3;

    private final WaveformKind kind;
    private final int rateHz;
    private final int[] samples;
    private final List<long[]> gaps = new ArrayList<>();

    private WaveGrid(WaveformKind kind, int rateHz, int[] samples) {
        this.kind = kind;
        this.rateHz = rateHz;
        this.samples = samples;
    }

    /** Returns the kinds of waves in a session. */
    static Set<WaveformKind> kinds(List<Event> events) {
        Set<WaveformKind> kinds = EnumSet.noneOf(WaveformKind.class);
        for (Event event : events) {
            if (event instanceof Waveform wave && wave.samples().size() > 0 && wave.sampleRateHz() > 0) {
                kinds.add(wave.kind());
            }
        }
        return kinds;
    }

    static WaveGrid of(List<Event> events, WaveformKind kind) {
        int rateHz = 0;
        long endNs = 0;
        for (Event event : events) {
            if (event instanceof Waveform wave
                    && wave.kind() == kind
                    && wave.samples().size() > 0) {
                rateHz = rateHz == 0 ? (int) Math.max(1, Math.round(wave.sampleRateHz())) : rateHz;
                endNs = Math.max(
                        endNs, wave.firstSampleNs() + Math.round(wave.samples().size() * 1e9 / wave.sampleRateHz()));
            }
        }
        int size = (int) Math.ceil(endNs * 1e-9 * rateHz) + 1;
        int[] samples = new int[size];
        Arrays.fill(samples, MISSING);
        WaveGrid grid = new WaveGrid(kind, rateHz, samples);
        grid.place(events);
        grid.close();
        return grid;
    }

    private void place(List<Event> events) {
        int next = Integer.MIN_VALUE;
        for (Event event : events) {
            if (!(event instanceof Waveform wave)
                    || wave.kind() != kind
                    || wave.samples().size() == 0) {
                continue;
            }
            double step = rateHz / wave.sampleRateHz();
            int first = (int) Math.round(wave.firstSampleNs() * 1e-9 * rateHz);
            first = Math.abs((long) first - next) <= 1 ? next : first;
            int end = first;
            for (int i = 0; i < wave.samples().size(); i++) {
                int at = first + (int) Math.round(i * step);
                if (at >= 0 && at < samples.length) {
                    samples[at] = wave.samples().get(i);
                }
                end = at + 1;
            }
            next = end;
        }
    }

    /** Fills what is as short as a rounding, and notes what is missing. */
    private void close() {
        int last = -1;
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] == MISSING) {
                continue;
            }
            if (last >= 0 && i - last - 1 > REPEATED) {
                gaps.add(new long[] {timeNs(last + 1), timeNs(i)});
            } else if (last >= 0 && i - last > 1) {
                Arrays.fill(samples, last + 1, i, samples[last]);
            }
            last = i;
        }
    }

    private long timeNs(int i) {
        return Math.round(i * 1e9 / rateHz);
    }

    WaveformKind kind() {
        return kind;
    }

    int rateHz() {
        return rateHz;
    }

    int size() {
        return samples.length;
    }

    /** Returns sample {@code i}, {@link #MISSING} where there is none. */
    int sample(int i) {
        return samples[i];
    }

    /** Returns from and to of each stretch without samples between the first and the last one, nanoseconds. */
    List<long[]> gaps() {
        return gaps;
    }
}
