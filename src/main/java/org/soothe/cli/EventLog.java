package org.soothe.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.soothe.session.Frame;
import org.soothe.session.SessionEnd;
import org.soothe.session.SessionSink;

/** Keeps every event of a session as a line of text, written at once. Owned by its sink thread. */
final class EventLog implements SessionSink {
    private final BufferedWriter out;

    /**
     * Begins a new file.
     *
     * @throws IOException if it cannot be made, or is there already
     */
    EventLog(Path file) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public void taken(Frame frame) throws IOException {
        out.write(frame.event().toString());
        out.write('\n');
        out.flush();
    }

    @Override
    public void ended(SessionEnd end) throws IOException {
        out.close();
    }
}
