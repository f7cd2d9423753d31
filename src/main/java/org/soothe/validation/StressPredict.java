package org.soothe.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.soothe.event.Event;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.formats.RecordingReader;

/**
 * The Stress-Predict data set (Talha Iqbal and others 2022, MIT licence): wristband intervals of volunteers with stretches
 * of rest and of stress tasks. The intervals come from a pulse wave: PRV, not HRV. Immutable.
 *
 * @param labels stretches by subject, in order
 * @param folder where the intervals lie
 */
record StressPredict(Path folder, Map<String, List<LabelledStretch>> labels) {

    /** Reads {@code labels.csv} and the start of each {@code Sxx_IBI.csv}. */
    static StressPredict read(Path folder) throws IOException {
        Map<String, List<LabelledStretch>> labels = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("labels.csv"))) {
            if (line.startsWith("#") || line.startsWith("subject") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split(",", -1);
            String subject = cells[0];
            double startS = startUnixS(folder, subject);
            labels.computeIfAbsent(subject, key -> new ArrayList<>())
                    .add(new LabelledStretch(
                            subject, ns(cells[1], startS), ns(cells[2], startS), cells[3].equals("1")));
        }
        return new StressPredict(folder, labels);
    }

    private static long ns(String unixS, double startS) {
        return Math.round((Double.parseDouble(unixS) - startS) * 1e9);
    }

    private static Path intervals(Path folder, String subject) {
        return folder.resolve(subject + "_IBI.csv");
    }

    private static double startUnixS(Path folder, String subject) throws IOException {
        try (var lines = Files.lines(intervals(folder, subject))) {
            String first = lines.findFirst().orElse("");
            return Double.parseDouble(first.substring(0, first.indexOf(',')));
        }
    }

    boolean hasWave(String subject) {
        return Files.isReadable(folder.resolve(subject + "_BVP.csv"))
                || Files.isReadable(folder.resolve(subject + WristbandWave.COMPACT));
    }

    /** Returns the raw pulse wave, which begins with the intervals. */
    List<Event> wave(String subject) throws IOException {
        Path plain = folder.resolve(subject + "_BVP.csv");
        return Files.isReadable(plain)
                ? WristbandWave.ofCsv(plain)
                : WristbandWave.ofCompact(folder.resolve(subject + WristbandWave.COMPACT));
    }

    List<Event> events(String subject) throws RecordingFormatException {
        return RecordingReader.read(intervals(folder, subject), ReadOptions.recognise())
                .events();
    }
}
