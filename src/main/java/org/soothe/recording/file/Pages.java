package org.soothe.recording.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads stretches of a file, mostly forward. Not thread-safe. */
final class Pages {
    private static final int PAGE_BYTES = 1 << 18;
    private static final int SMALL_PAGE_BYTES = 1 << 12;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer page;
    private long pageAt;

    /** Reads a file as far as it reached when this was made. */
    Pages(FileChannel channel) throws IOException {
        this(channel, channel.size(), PAGE_BYTES);
    }

    private Pages(FileChannel channel, long size, int pageBytes) {
        this.channel = channel;
        this.size = size;
        this.page = ByteBuffer.allocate(pageBytes);
        page.limit(0);
    }

    /** Returns the same stretches for who reads little here and there. */
    Pages small() {
        return new Pages(channel, size, SMALL_PAGE_BYTES);
    }

    long size() {
        return size;
    }

    /** Returns the bytes from a place on, fewer than asked for where the file ends. */
    byte[] read(long at, int length) throws IOException {
        int wanted = (int) Math.max(0, Math.min(length, size - at));
        byte[] out = new byte[wanted];
        int got = 0;
        while (got < wanted) {
            long from = at + got;
            if (from < pageAt || from >= pageAt + page.limit()) {
                load(from);
                if (page.limit() == 0) {
                    return Arrays.copyOf(out, got);
                }
            }
            int offset = (int) (from - pageAt);
            int n = Math.min(wanted - got, page.limit() - offset);
            page.get(offset, out, got, n);
            got += n;
        }
        return out;
    }

    private void load(long from) throws IOException {
        page.clear();
        pageAt = from;
        while (page.hasRemaining()) {
            int n = channel.read(page, from + page.position());
            if (n < 0) {
                break;
            }
        }
        page.flip();
    }
}
