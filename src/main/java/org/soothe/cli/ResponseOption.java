package org.soothe.cli;

import org.jspecify.annotations.Nullable;
import org.soothe.response.ResponseMethod;
import picocli.CommandLine.Option;

/** Which detector reads the response. */
final class ResponseOption {
    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Read the response by this method: ${COMPLETION-CANDIDATES}. Default: that of the session,"
                    + " for a new one DRIFT.")
    private @Nullable ResponseMethod method;

    /** Returns whether one was asked for. */
    boolean isGiven() {
        return method != null;
    }

    /** Returns the method asked for, else the standard one, for a session that begins now. */
    ResponseMethod ofNewSession() {
        return method == null ? ResponseMethod.standard() : method;
    }

    /** Returns the method asked for, else the one of the session, else the standard one, which is said where it surprises. */
    ResponseMethod of(Opened file, Terminal terminal) {
        if (method != null) {
            return method;
        }
        ResponseMethod recorded = file.recordedMethod();
        if (recorded == null && !file.unknownMethod().isEmpty()) {
            Progress.silent(terminal)
                    .say("soothe: " + file.recording().path() + " was read by the method \"" + file.unknownMethod()
                            + "\", which this version does not have; it is read by " + ResponseMethod.standard()
                            + " here.");
        }
        return recorded == null ? ResponseMethod.standard() : recorded;
    }
}
