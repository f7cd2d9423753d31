package org.soothe.recording.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.Sessions;

/** What we write, asked for by DuckDB. */
class ParquetExportTest {
    @TempDir
    Path folder;

    @Test
    void duckDbReadsEveryTableAndTheMethod() throws Exception {
        List<Event> events = Sessions.events(31);
        Path set = folder.resolve("set");
        ExportFormat.PARQUET.write(Sessions.of(events), set);
        List<Double> sent = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof RrPacket packet) {
                for (int i = 0; i < packet.rr().size(); i++) {
                    sent.add(packet.rr().ms(i));
                }
            }
        }
        try (Stream<Path> files = Files.list(set)) {
            assertThat(files).hasSize(4);
        }
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThat(numbers(duck, "select rr_ms from '" + set + "/intervals.parquet'"))
                    .containsExactlyElementsOf(sent);
            assertThat(numbers(duck, "select count(*) from '" + set + "/phases.parquet' where subject = 'P07'"))
                    .containsExactly(4.0);
            assertThat(numbers(
                            duck,
                            "select rating_0_to_10 from '" + set + "/ratings.parquet' where item = 'SAFE'"))
                    .containsExactly(8.0);
            assertThat(numbers(
                            duck,
                            "select seconds from '" + set + "/phases.parquet' where phase = '02_COMPASSION_SELF'"))
                    .containsExactly(190.0);
            assertThat(numbers(
                            duck,
                            "select count(*) from parquet_kv_metadata('" + set
                                    + "/features.parquet') where decode(key) = 'spectrum, detrending'"))
                    .containsExactly(1.0);
        }
    }

    private static List<Double> numbers(Connection duck, String query) throws SQLException {
        List<Double> numbers = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getDouble(1));
            }
        }
        return numbers;
    }
}
