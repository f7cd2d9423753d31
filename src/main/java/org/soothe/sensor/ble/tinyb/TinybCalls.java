package org.soothe.sensor.ble.tinyb;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleProblem;

/**
 * The one thread that calls TinyB, which bears no two at a time. Others wait here for what their call brings, but never
 * longer than a limit: a native call cannot be interrupted, so one that hangs is left behind.
 */
final class TinybCalls implements AutoCloseable {

    private static final long GOODBYE_MS = 5_000;

    private final ScheduledExecutorService thread;
    private final Object lock = new Object();
    private @Nullable Future<?> current;
    private boolean closed;

    TinybCalls() {
        ScheduledThreadPoolExecutor single = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "ble-tinyb");
            made.setDaemon(true);
            return made;
        });
        single.setRemoveOnCancelPolicy(true);
        this.thread = single;
    }

    /** Does work on the thread and returns what it brings. */
    <T> T call(Callable<T> work) throws BleException, InterruptedException {
        return call(work, BleBackend.LIMIT_MS);
    }

    private <T> T call(Callable<T> work, long limitMs) throws BleException, InterruptedException {
        Future<T> future = submit(work);
        try {
            return future.get(limitMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BleException(BleProblem.TIMED_OUT, "no answer within " + limitMs + " ms", e);
        } catch (CancellationException e) {
            throw new BleException(BleProblem.CLOSED, "closed while waiting", e);
        } catch (ExecutionException e) {
            throw explained(e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    private <T> Future<T> submit(Callable<T> work) throws BleException {
        synchronized (lock) {
            if (closed) {
                throw new BleException(BleProblem.CLOSED, "the backend is closed");
            }
            Future<T> future = thread.submit(work);
            current = future;
            return future;
        }
    }

    private static BleException explained(@Nullable Throwable cause) {
        if (cause instanceof BleException known) {
            return known;
        }
        if (cause instanceof RuntimeException failed) {
            return TinybProblems.calling(failed);
        }
        return new BleException(BleProblem.OTHER, String.valueOf(cause), cause);
    }

    /** Does work again and again on the thread until its future is cancelled; work that throws ends it. */
    Future<?> repeat(Runnable work, long everyMs) throws BleException {
        try {
            return thread.scheduleWithFixedDelay(work, 0, everyMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new BleException(BleProblem.CLOSED, "the backend is closed", e);
        }
    }

    /** Does work on the thread, and waits for it a short time; says nothing of what goes wrong. For goodbyes. */
    void attempt(Runnable work) {
        try {
            call(
                    () -> {
                        work.run();
                        return true;
                    },
                    GOODBYE_MS);
        } catch (BleException e) {
            // The other side is gone already: there is nobody left to say goodbye to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the waiting of others. */
    void endWaiting() {
        synchronized (lock) {
            if (current != null) {
                current.cancel(true);
            }
        }
    }

    /** Ends the waiting of others and the thread; what runs in native code is left behind. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        endWaiting();
        thread.shutdownNow();
    }
}
