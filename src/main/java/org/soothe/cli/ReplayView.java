package org.soothe.cli;

import java.io.IOException;
import org.soothe.session.ReplaySink;

/** Shows a replay. A view that cannot write asks the replay to end, and says why when it is closed. */
interface ReplayView extends ReplaySink, AutoCloseable {

    /** Shows what stands above everything else. */
    void begin() throws IOException;

    @Override
    void close() throws IOException;
}
