package org.soothe.recording.formats.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.soothe.event.WaveformKind;

/**
 * A dataset folder in the manner of BIDS (Brain Imaging Data Structure), modality {@code beh}: one continuous recording per
 * sample rate, events with every beat, the method in the README and in each sidecar. Stateless.
 */
final class BidsExport {
    private static final String BIDS_VERSION = "1.9.0";
    private static final List<String> EVENTS =
            List.of("onset", "duration", "trial_type", "value", "rr_ms", "beat_class", "label");

    private final SessionFigures figures;
    private final ExportFolder folder;
    private final String stem;

    private BidsExport(SessionFigures figures, ExportFolder folder) {
        this.figures = figures;
        this.folder = folder;
        String subject = "sub-" + figures.session().subject();
        this.stem = subject + "/beh/" + subject + "_task-session";
    }

    static void write(SessionFigures figures, Path target) throws IOException {
        new BidsExport(figures, new ExportFolder(target)).write();
    }

    private void write() throws IOException {
        folder.text("dataset_description.json", out -> json(out, this::description));
        folder.text("README", this::readme);
        folder.text(
                "participants.tsv",
                out -> TextTable.tsv(out)
                        .header(List.of("participant_id"))
                        .row("sub-" + figures.session().subject()));
        folder.text(
                "participants.json",
                out -> json(out, json -> described(json, "participant_id", "Pseudonym of the person", "")));
        folder.text(".bidsignore", out -> out.write(ExportFolder.CHECKSUMS + '\n'));
        double[] rrMs = HeartGrid.rrMs(figures.clean());
        double[] bpm = new double[rrMs.length];
        for (int i = 0; i < bpm.length; i++) {
            bpm[i] = 60_000 / rrMs[i];
        }
        physio("heart", HeartGrid.RATE_HZ, heartColumns(), rrMs.length, (row, out) -> out.row(rrMs[row], bpm[row]));
        double[] rsaMs = HeartGrid.rsaMs(figures.ticks());
        Map<String, String[]> rsa = new LinkedHashMap<>();
        rsa.put("rsa_amplitude", new String[] {
            "RSA amplitude by regression on the phase of the pacer, as shown live, held for 5 s", "ms"
        });
        physio("rsa", 1, rsa, rsaMs.length, (row, out) -> out.row(rsaMs[row]));
        for (WaveformKind kind : WaveGrid.kinds(figures.session().events())) {
            wave(WaveGrid.of(figures.session().events(), kind));
        }
        folder.text(stem + "_events.tsv", this::events);
        folder.text(stem + "_events.json", out -> json(out, BidsExport::eventColumns));
        folder.finish();
    }

    /** Writes one row of a continuous recording. */
    private interface Row {
        void write(int row, TextTable out) throws IOException;
    }

    /** Writes the contents of a JSON object. */
    private interface Contents {
        void write(JsonGenerator json) throws IOException;
    }

    private static Map<String, String[]> heartColumns() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        columns.put(
                "cardiac_rr",
                new String[] {"accepted intervals after correction, straight from beat to beat, n/a in gaps", "ms"});
        columns.put("heart_rate", new String[] {"60000 / cardiac_rr", "bpm"});
        return columns;
    }

    private void wave(WaveGrid grid) throws IOException {
        String name = EdfExport.name(grid.kind()).toLowerCase(Locale.ROOT).replace(" ", "");
        Map<String, String[]> columns = new LinkedHashMap<>();
        columns.put(
                grid.kind() == WaveformKind.PULSE_COUNT || grid.kind() == WaveformKind.ECG_MICROVOLT ? "cardiac" : name,
                new String[] {grid.kind().name().replace('_', ' ').toLowerCase(Locale.ROOT), EdfExport.unit(grid.kind())
                });
        physio(name, grid.rateHz(), columns, grid.size(), (row, out) -> {
            boolean known = grid.sample(row) != WaveGrid.MISSING;
            out.row(known ? grid.sample(row) : (@Nullable Object) null);
        });
    }

    private void physio(String recording, int rateHz, Map<String, String[]> columns, int rows, Row row)
            throws IOException {
        String name = stem + "_recording-" + recording + "_physio";
        folder.bytes(name + ".tsv.gz", out -> {
            GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
            Writer text = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8), 1 << 16);
            TextTable table = TextTable.tsv(text);
            for (int i = 0; i < rows; i++) {
                row.write(i, table);
            }
            text.flush();
            zipped.finish();
        });
        folder.text(
                name + ".json",
                out -> json(out, json -> {
                    json.writeNumberField("SamplingFrequency", rateHz);
                    json.writeNumberField("StartTime", 0);
                    json.writeArrayFieldStart("Columns");
                    for (String column : columns.keySet()) {
                        json.writeString(column);
                    }
                    json.writeEndArray();
                    json.writeStringField(
                            "SoftwareVersions", "soothe " + figures.session().version());
                    for (Map.Entry<String, String[]> column : columns.entrySet()) {
                        described(json, column.getKey(), column.getValue()[0], column.getValue()[1]);
                    }
                    method(json);
                }));
    }

    private void method(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("SootheMethod");
        for (MethodLine line : MethodText.all(figures)) {
            json.writeStringField(line.section() + ", " + line.name(), line.text());
        }
        json.writeEndObject();
    }

    private void description(JsonGenerator json) throws IOException {
        json.writeStringField("Name", "Soothe session of " + figures.session().subject());
        json.writeStringField("BIDSVersion", BIDS_VERSION);
        json.writeStringField("DatasetType", "raw");
        json.writeArrayFieldStart("GeneratedBy");
        json.writeStartObject();
        json.writeStringField("Name", "soothe");
        json.writeStringField("Version", figures.session().version());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void readme(Writer out) throws IOException {
        out.write("""
                A session of heart rate biofeedback, written by soothe export.

                Onsets are seconds from the start of the session; every continuous recording starts there too. In
                *_events.tsv each raw beat is an event of trial_type "beat" with its interval and class. The person's
                name is a pseudonym. What follows says how everything was measured.

                """);
        MethodText.write(figures, out);
    }

    private void events(Writer out) throws IOException {
        TextTable table = TextTable.tsv(out).header(EVENTS);
        for (BidsEvent event : BidsEvent.of(figures)) {
            table.row(
                    Decimal.seconds(event.onsetNs()),
                    Decimal.seconds(event.durationNs()),
                    event.trialType(),
                    event.value(),
                    event.rrMs(),
                    event.beatClass(),
                    event.label());
        }
    }

    private static void eventColumns(JsonGenerator json) throws IOException {
        described(json, "onset", "Start of the event from the start of the session", "s");
        described(json, "duration", "Length of the event, 0 for a moment", "s");
        described(json, "trial_type", "phase, beat, marker, rating, pacer or sensor", "");
        described(json, "value", "Rating from 0 to 10, or breaths per minute of the pacer", "");
        described(json, "rr_ms", "The interval before a beat, as received", "ms");
        described(json, "beat_class", "What the beat was judged to be", "");
        described(json, "label", "What it was, in words", "");
    }

    private static void described(JsonGenerator json, String name, String description, String unit) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("Description", description);
        if (!unit.isEmpty()) {
            json.writeStringField("Units", unit);
        }
        json.writeEndObject();
    }

    private static void json(Writer out, Contents contents) throws IOException {
        JsonGenerator json = new JsonFactory()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .createGenerator(out);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        contents.write(json);
        json.writeEndObject();
        json.flush();
        out.write('\n');
    }
}
