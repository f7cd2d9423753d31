package org.soothe.recording.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.soothe.event.PhaseStart;
import org.soothe.recording.file.SessionSummary;

/** The tables of the index. Stateless. */
final class IndexSchema {

    /** All tables; each has a column {@code file}. */
    static final List<String> TABLES = List.of("session", "phase", "result");

    private static final int VERSION = 1;

    private IndexSchema() {}

    /** Makes the tables, anew if they are of another version. */
    static void prepare(Connection index) throws SQLException {
        try (Statement statement = index.createStatement()) {
            statement.execute("pragma secure_delete = on");
            int version;
            try (ResultSet row = statement.executeQuery("pragma user_version")) {
                version = row.getInt(1);
            }
            if (version == VERSION) {
                return;
            }
            for (String table : TABLES) {
                statement.execute("drop table if exists " + table);
            }
            statement.execute("create table session (file text primary key, stamp text, bytes integer, sealed integer,"
                    + " started_at text, pseudonym text, software text, method_build text, events integer,"
                    + " duration_ns integer, state text)");
            statement.execute("create table phase (file text, number integer, phase text, breathing text,"
                    + " start_ns integer)");
            statement.execute("create table result (file text, number integer, path text, value text)");
            statement.execute("create index result_of on result (file, number)");
            statement.execute("pragma user_version = " + VERSION);
        }
    }

    static void insert(Connection index, String name, String stamp, long bytes, SessionSummary session)
            throws SQLException {
        String state = session.lossCount() > 0 ? "damaged" : session.ended().isEmpty() ? "ended early" : "complete";
        row(
                index,
                "insert into session values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                name,
                stamp,
                bytes,
                session.sealed(),
                session.info().startedAt(),
                session.info().pseudonym(),
                session.info().software(),
                session.info().methodBuild(),
                session.eventCount(),
                session.durationNs(),
                state);
        for (int i = 0; i < session.phases().size(); i++) {
            PhaseStart start = session.phases().get(i);
            row(
                    index,
                    "insert into phase values (?, ?, ?, ?, ?)",
                    name,
                    i,
                    start.phase().name(),
                    start.breathing().name(),
                    start.timeNs());
        }
        for (int i = 0; i < session.reports().size(); i++) {
            for (Map.Entry<String, String> value : session.reports().get(i).entrySet()) {
                row(index, "insert into result values (?, ?, ?, ?)", name, i, value.getKey(), value.getValue());
            }
        }
    }

    /** Notes a session that does not open here: what everybody sees. */
    static void insertClosed(Connection index, String name, String stamp, long bytes, boolean sealed, String state)
            throws SQLException {
        row(
                index,
                "insert into session values (?, ?, ?, ?, '', '', '', '', -1, -1, ?)",
                name,
                stamp,
                bytes,
                sealed,
                state);
    }

    private static void row(Connection index, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = index.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
