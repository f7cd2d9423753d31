package org.soothe.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;

/** Keeps all it gets; a test can wait for it, and let it be slow. */
final class KeepingSink implements SessionSink {
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final AtomicReference<@Nullable SessionEnd> end = new AtomicReference<>();
    private final CountDownLatch go;

    KeepingSink() {
        this(new CountDownLatch(0));
    }

    /** Makes a sink that takes nothing until it may. */
    KeepingSink(CountDownLatch go) {
        this.go = go;
    }

    @Override
    public String name() {
        return "keeping";
    }

    @Override
    public void taken(Frame frame) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            frames.add(frame);
            notifyAll();
        }
    }

    @Override
    public void ended(SessionEnd newEnd) {
        end.set(newEnd);
    }

    synchronized void await(int count) throws InterruptedException {
        while (frames.size() < count) {
            wait();
        }
    }

    synchronized void awaitEvent(Class<? extends Event> type) throws InterruptedException {
        while (frames.isEmpty() || !type.isInstance(last().event())) {
            wait();
        }
    }

    Frame last() {
        return frames.get(frames.size() - 1);
    }

    List<Event> events() {
        return frames.stream().map(Frame::event).toList();
    }
}
