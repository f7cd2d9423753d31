package org.soothe.cli;

import java.io.IOException;
import org.soothe.session.ReplaySink;

/** Shows a replay. A view whose reader has gone asks the replay to end, and is quiet. */
interface ReplayView extends ReplaySink, AutoCloseable {

    /** Shows what stands above everything else. */
    void begin() throws IOException;

    @Override
    void close() throws IOException;
}
