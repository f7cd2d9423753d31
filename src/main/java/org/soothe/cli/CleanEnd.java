package org.soothe.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a replay or a session as its last event would: the loop stops, what was shown is put in order, and only then the
 * process goes.
 */
final class CleanEnd {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private CleanEnd(Runnable stop, long patienceMs) {
        this.hook = new Thread(
                () -> {
                    stop.run();
                    try {
                        done.await(patienceMs, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "soothe-end");
    }

    /** From now on the end of the process calls stop and waits, not without limit, until the end is reached. */
    static CleanEnd on(Runnable stop, long patienceMs) {
        CleanEnd end = new CleanEnd(stop, patienceMs);
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
