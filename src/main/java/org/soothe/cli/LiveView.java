package org.soothe.cli;

import org.soothe.session.SessionSink;

/** Shows a live session. A view that cannot write throws, and the command ends the session. */
interface LiveView extends SessionSink {

    @Override
    default String name() {
        return "view";
    }

    /** Shows something that a person should know now; may be called from any thread. */
    void notice(String text);
}
