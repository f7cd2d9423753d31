package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionFileException;
import org.soothe.recording.file.SessionRecording;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.recording.vault.Identity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a person says about an input file; all of it is recognised where it is not said. */
final class InputOptions {
    private static final long LARGE_BYTES = 4L << 20;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description = "Unit of the intervals: ms, s or ticks (1/1024 s). Recognised where it is clear.")
    private @Nullable IntervalUnit unit;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            converter = RateConverter.class,
            description = "Samples per second, for files that count samples. Else from the file or the .hea beside it.")
    private double rate = Double.NaN;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Column or list that holds the intervals: its name, or its number from 1.")
    private @Nullable String column;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            converter = SourceConverter.class,
            description = "What the beats were found in: strap, ecg or pulse (a pulse wave shows PRV, not HRV).")
    private @Nullable BeatSource source;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    RrRecording read(Path path) throws RecordingFormatException {
        if (isSession(path)) {
            try (SessionFile file = session(path)) {
                return SessionRecording.read(file);
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
        return RecordingReader.read(path, new ReadOptions(unit, rate, column, source));
    }

    /** Reads a file, with a bar if that takes long and the messages are watched. */
    RrRecording read(Path path, Terminal terminal) throws RecordingFormatException {
        if (!takesLong(path) || isSession(path)) {
            return read(path);
        }
        try (Progress progress = Progress.of(terminal, "Reading", 100)) {
            return RecordingReader.read(
                    path,
                    new ReadOptions(unit, rate, column, source),
                    doneRatio -> progress.stepTo(Math.round(100 * doneRatio)));
        }
    }

    /** Reads a file, with what it says of itself if it is a session. */
    Opened open(Path path, Terminal terminal) throws RecordingFormatException {
        if (!isSession(path)) {
            return new Opened(read(path, terminal), null);
        }
        try (SessionFile file = session(path)) {
            return new Opened(SessionRecording.read(file), file.info());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Returns whether a file is one of our sessions by its first bytes, or by its name where these are lost. */
    private static boolean isSession(Path path) {
        return SessionFile.isSession(path) || LibraryFolder.isSessionName(path);
    }

    static SessionFileException unreadable(Path path, IOException e) {
        return new SessionFileException(
                SessionFileException.Kind.UNREADABLE, path, "cannot be read: " + e.getMessage() + ".");
    }

    /** Opens a session, asking for its passphrase if it has one. */
    SessionFile session(Path path) throws RecordingFormatException {
        try {
            return SessionFile.open(path, keys.ring());
        } catch (IOException e) {
            throw new SessionFileException(SessionFileException.Kind.KEY_NEEDED, path, e.getMessage() + ".");
        }
    }

    /** Returns the private keys that were named. */
    List<Identity> identities() throws IOException {
        return keys.identities();
    }

    /** Returns whether a file is so large that reading it takes seconds. */
    static boolean takesLong(Path path) {
        try {
            return Files.isRegularFile(path) && Files.size(path) > LARGE_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what is wrong with the options, null if nothing is. */
    @Nullable
    String problem() {
        boolean fine = Double.isNaN(rate) || (rate > 0 && rate < 1e6);
        return fine ? null : "--rate must be above 0 samples per second, was " + rate + ".";
    }

    /** Reads a sample rate. */
    static final class RateConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            double rate = Typed.number(value);
            if (Double.isNaN(rate)) {
                throw new TypeConversionException(
                        "must be a number of samples per second such as 360, was \"" + value + "\"");
            }
            return rate;
        }
    }

    /** Reads a unit's short name. */
    static final class UnitConverter implements ITypeConverter<IntervalUnit> {
        @Override
        public IntervalUnit convert(String value) {
            return switch (value) {
                case "ms" -> IntervalUnit.MS;
                case "s" -> IntervalUnit.S;
                case "ticks" -> IntervalUnit.TICKS_1024;
                default -> throw new TypeConversionException("must be ms, s or ticks, was \"" + value + "\"");
            };
        }
    }

    /** Reads a source's short name. */
    static final class SourceConverter implements ITypeConverter<BeatSource> {
        @Override
        public BeatSource convert(String value) {
            return switch (value) {
                case "strap" -> BeatSource.STRAP;
                case "ecg" -> BeatSource.ECG;
                case "pulse" -> BeatSource.PULSE;
                default -> throw new TypeConversionException("must be strap, ecg or pulse, was \"" + value + "\"");
            };
        }
    }
}
