package org.soothe.session;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one sink, and what waits for it. {@link #offer} is called by the session loop only and never waits.
 *
 * <p>The way to a sink is not bounded, because the loop may neither wait nor lose an event; for a sink that only wants the
 * newest, what it had no time for is taken away.
 */
final class SinkThread {

    private static final long IDLE_MS = 80;

    private final SessionSink sink;
    private final Delivery delivery;
    private final SessionAxis axis;
    private final BiConsumer<SessionSink, Exception> failures;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final AtomicLong doneCount = new AtomicLong();
    private final Thread thread;
    private volatile @Nullable SessionEnd end;
    private boolean failed;

    SinkThread(SessionSink sink, Delivery delivery, SessionAxis axis, BiConsumer<SessionSink, Exception> failures) {
        this.sink = sink;
        this.delivery = delivery;
        this.axis = axis;
        this.failures = failures;
        this.thread = new Thread(this::run, "sink-" + sink.name());
        this.thread.setDaemon(true);
    }

    SessionSink sink() {
        return sink;
    }

    void start() {
        thread.start();
    }

    void offer(Frame frame) {
        if (delivery == Delivery.NEWEST) {
            frames.clear();
        }
        frames.add(frame);
    }

    /** Says that nothing more comes. */
    void end(SessionEnd newEnd) {
        end = newEnd;
    }

    /**
     * Waits until the sink has taken what it must and is closed, as long as it makes progress.
     *
     * @return whether it has ended
     */
    boolean awaitEnd(long patienceMs) throws InterruptedException {
        long before;
        do {
            before = doneCount.get();
            thread.join(patienceMs);
        } while (thread.isAlive() && doneCount.get() != before);
        return !thread.isAlive();
    }

    private void run() {
        try {
            while (end == null || !frames.isEmpty()) {
                Frame frame = frames.poll(IDLE_MS, TimeUnit.MILLISECONDS);
                if (!failed) {
                    give(frame);
                }
                doneCount.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SessionEnd over = end;
        if (over != null) {
            guarded(() -> sink.ended(over));
        }
    }

    private void give(@Nullable Frame frame) {
        if (frame != null) {
            guarded(() -> sink.taken(frame));
        } else if (end == null) {
            guarded(() -> sink.waiting(axis.nowNs()));
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    // Whatever a sink throws is its own end and not that of the session.
    private void guarded(Call call) {
        try {
            call.run();
        } catch (IOException | RuntimeException e) {
            boolean first = !failed;
            failed = true;
            frames.clear();
            if (first) {
                failures.accept(sink, e);
            }
        }
    }
}
