package org.soothe.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.soothe.session.Replay;

/**
 * Lets Ctrl-C end a replay as its last event would: the loop stops, what was shown is put in order, and only then the
 * process goes.
 */
final class CleanEnd {
    private static final long PATIENCE_MS = 1000;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private CleanEnd(Replay replay) {
        this.hook = new Thread(
                () -> {
                    replay.stop();
                    try {
                        done.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "soothe-end");
    }

    static CleanEnd on(Replay replay) {
        CleanEnd end = new CleanEnd(replay);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    /** Everything is in order; the process may go. */
    void reached() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook has done its work.
            return;
        }
    }
}
