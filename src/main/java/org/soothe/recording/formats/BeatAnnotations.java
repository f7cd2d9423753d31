package org.soothe.recording.formats;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.soothe.event.BeatSource;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/**
 * Beats that a person or a detector marked in a wave: a sample number and a symbol each, other marks left out. Immutable.
 *
 * <p>RR_i = (sample_i - sample_(i-1)) * 1000 / rate in ms, multiplied first, then divided.
 */
public final class BeatAnnotations {
    /** Symbols of beats in PhysioNet annotations; the others mark rhythm, noise and waves. */
    private static final String BEATS = "NLRBAaJSVrFejnE/fQ?";

    private final Path path;
    private final String format;
    private final double sampleRateHz;
    private final String rateFrom;
    private final long[] samples;
    private final char[] symbols;

    private BeatAnnotations(Builder builder, String format, double sampleRateHz, String rateFrom) {
        this.path = builder.file.path();
        this.format = format;
        this.sampleRateHz = sampleRateHz;
        this.rateFrom = rateFrom;
        this.samples = Arrays.copyOf(builder.samples, builder.size);
        this.symbols = Arrays.copyOf(builder.symbols, builder.size);
    }

    /**
     * Reads a table of samples and symbols or a WFDB annotation file; the rate is told, or stands in the file or in the
     * {@code .hea} beside it.
     *
     * @throws RecordingFormatException when the file is neither
     */
    public static BeatAnnotations read(Path path, ReadOptions options) throws RecordingFormatException {
        SourceFile file = SourceFile.read(path);
        return WfdbAnnotations.looksLike(file)
                ? WfdbAnnotations.read(file, options)
                : BeatTable.annotations(file, options);
    }

    /** Returns how many beats are marked. */
    public int size() {
        return samples.length;
    }

    /** Returns the sample number of beat {@code i}. */
    public long sample(int i) {
        return samples[i];
    }

    /** Returns the symbol of beat {@code i}: N normal, V ventricular, and so on. */
    public char symbol(int i) {
        return symbols[i];
    }

    /** Returns samples per second. */
    public double sampleRateHz() {
        return sampleRateHz;
    }

    /** Returns the interval in milliseconds that ends at beat {@code i}, from 1 on. */
    public double rrMs(int i) {
        return (samples[i] - samples[i - 1]) * 1000.0 / sampleRateHz;
    }

    /** Returns whether beat {@code i}, from 1 on, and the one before it are both marked normal. */
    public boolean normalPair(int i) {
        return symbols[i] == 'N' && symbols[i - 1] == 'N';
    }

    /** Returns the recording of all intervals between beats; those of 0 are left out. */
    RrRecording toRecording(ReadOptions options) throws RecordingFormatException {
        if (size() < 2) {
            throw new RecordingFormatException(path, "there are " + size() + " beats in it", "at least 2");
        }
        double[] rrMs = new double[size() - 1];
        for (int i = 0; i < rrMs.length; i++) {
            rrMs[i] = rrMs(i + 1);
        }
        double medianMs = SeriesReader.median(rrMs, rrMs.length);
        if (!SeriesReader.heartLike(medianMs)) {
            throw new RecordingFormatException(
                    path,
                    "at " + UnitFinder.text(sampleRateHz) + " Hz the middle interval is " + UnitFinder.text(medianMs)
                            + " ms",
                    "beats of a heart; tell the right sample rate with --rate");
        }
        Hints hints = new Hints(format).source(BeatSource.ECG);
        hints.source(Hints.sourceIn(String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT)));
        note(hints);
        String unit = "samples at " + UnitFinder.text(sampleRateHz) + " Hz (" + rateFrom + ")";
        RecordingBuilder builder = new RecordingBuilder(path, hints, unit, TimeColumn.BEAT);
        long zero = samples[0];
        for (int i = 0; i < rrMs.length; i++) {
            if (rrMs[i] > 0) {
                builder.beatAt(rrMs[i], (samples[i + 1] - zero) * 1000.0 / sampleRateHz);
            }
        }
        return builder.build(options.source());
    }

    private void note(Hints hints) {
        int other = 0;
        for (char symbol : symbols) {
            other += symbol == 'N' ? 0 : 1;
        }
        if (other > 0) {
            hints.note(other + " of " + size() + " beats are marked as other than normal; every beat is used.");
        }
    }

    /** Collects beats and passes over other marks. Not thread-safe. */
    static final class Builder {
        private final SourceFile file;
        private int size;
        private long[] samples = new long[1024];
        private char[] symbols = new char[1024];

        Builder(SourceFile file) {
            this.file = file;
        }

        void mark(long sample, char symbol) {
            if (BEATS.indexOf(symbol) < 0) {
                return;
            }
            if (size == samples.length) {
                samples = Arrays.copyOf(samples, 2 * size);
                symbols = Arrays.copyOf(symbols, 2 * size);
            }
            samples[size] = sample;
            symbols[size] = symbol;
            size++;
        }

        /** Builds with the rate that was told, else that of the file itself, else that of the header beside it. */
        BeatAnnotations build(String format, ReadOptions options, double ownRateHz) throws RecordingFormatException {
            if (!Double.isNaN(options.sampleRateHz())) {
                return new BeatAnnotations(this, format, options.sampleRateHz(), "as told");
            }
            if (!Double.isNaN(ownRateHz)) {
                return new BeatAnnotations(this, format, ownRateHz, "from the file");
            }
            Path header = file.sibling("hea");
            double rateHz = WfdbHeader.sampleRateHz(header);
            if (Double.isNaN(rateHz)) {
                throw file.whole(
                        "this is " + format + " without a sample rate (no " + header.getFileName() + " beside it)",
                        "the rate in samples per second with --rate");
            }
            return new BeatAnnotations(this, format, rateHz, "from " + header.getFileName());
        }
    }
}
