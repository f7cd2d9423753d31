package org.soothe.recording.file;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits in memory to be written, with a limit in bytes. One thread puts in, another takes out. */
final class WaitingRoom {

    // Design: a permit for each byte. An item that is larger than the whole room takes all of it.

    private final int roomBytes;
    private final Semaphore freeBytes;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();

    WaitingRoom(long roomBytes) {
        this.roomBytes = Math.toIntExact(roomBytes);
        this.freeBytes = new Semaphore(this.roomBytes);
    }

    private int bytes(Item item) {
        return Math.min(roomBytes, item.byteCount());
    }

    /** Puts an item in if there is room. */
    boolean offer(Item item) {
        return freeBytes.tryAcquire(bytes(item)) && queue.add(item);
    }

    /** Puts an item in as soon as there is room; gives up after a time. */
    boolean offer(Item item, long waitMs) throws InterruptedException {
        return freeBytes.tryAcquire(bytes(item), waitMs, TimeUnit.MILLISECONDS) && queue.add(item);
    }

    /** Returns whether at least half of the room is free. */
    boolean isHalfFree() {
        return freeBytes.availablePermits() >= roomBytes / 2;
    }

    /** Takes the next item; null if none comes in a time. */
    @Nullable
    Item poll(long waitNs) throws InterruptedException {
        Item item = queue.poll(waitNs, TimeUnit.NANOSECONDS);
        if (item != null) {
            freeBytes.release(bytes(item));
        }
        return item;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    int size() {
        return queue.size();
    }
}
