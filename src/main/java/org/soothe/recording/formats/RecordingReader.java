package org.soothe.recording.formats;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.edf.EdfReader;
import org.soothe.recording.formats.fit.FitReader;
import org.soothe.recording.formats.xdf.XdfReader;

/**
 * Reads a file of RR intervals or beats, whatever its format. Stateless; may be called from any thread.
 *
 * <p>The format is recognised from the contents, the name only helps where contents are bytes. What was recognised is
 * stated in the recording.
 */
public final class RecordingReader {
    private RecordingReader() {}

    /**
     * Reads one file.
     *
     * @param path the file
     * @param options what a person says about it
     * @throws RecordingFormatException when it holds no intervals, or it is not clear how to read them
     */
    public static RrRecording read(Path path, ReadOptions options) throws RecordingFormatException {
        return read(path, options, doneRatio -> {});
    }

    /**
     * Reads one file and says on the way how far it is.
     *
     * @param path the file
     * @param options what a person says about it
     * @param progress gets the share of the lines that are read, from 0 to 1, a few times
     * @throws RecordingFormatException when it holds no intervals, or it is not clear how to read them
     */
    public static RrRecording read(Path path, ReadOptions options, DoubleConsumer progress)
            throws RecordingFormatException {
        SourceFile file = SourceFile.read(path, progress);
        if (WfdbAnnotations.looksLike(file)) {
            return WfdbAnnotations.read(file, options).toRecording(options);
        }
        if (EdfReader.looksLike(file.bytes())) {
            return EdfImport.read(file, options);
        }
        if (XdfReader.looksLike(file.bytes())) {
            return XdfImport.read(file, options);
        }
        if (FitReader.looksLike(file.bytes())) {
            return FitImport.read(file, options);
        }
        if (file.binary()) {
            throw file.whole(
                    file.extension().equals("dat")
                            ? "these are bytes, not text; a .dat of WFDB is a raw wave"
                            : "these are bytes, not text",
                    SourceFile.WANTED);
        }
        if (file.extension().equals("hea")) {
            throw file.whole("this is a WFDB header", "the annotations beside it, such as .atr");
        }
        if (JsonLinesReader.looksLike(file)) {
            return JsonLinesReader.read(file, options);
        }
        if (JsonReader.looksLike(file)) {
            return JsonReader.read(file, options);
        }
        if (HrmReader.looksLike(file)) {
            return HrmReader.read(file, options);
        }
        if (CsvSetReader.looksLike(file)) {
            return CsvSetReader.read(file, options);
        }
        if (EmpaticaReader.looksLike(file)) {
            return EmpaticaReader.read(file, options);
        }
        if (NotIntervals.rawWave(file)) {
            throw file.whole("this seems to be a raw wave (start and sample rate, then samples)", SourceFile.WANTED);
        }
        return TableReader.read(file, options);
    }
}
