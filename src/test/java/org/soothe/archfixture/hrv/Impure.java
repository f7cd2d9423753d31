package org.soothe.archfixture.hrv;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.LoggerFactory;

/** Knows all that a pure room must not know, one thing per method. */
final class Impure {
    private volatile boolean shared;

    void thread() throws InterruptedException {
        Thread.sleep(1);
    }

    Object lock() {
        return new ReentrantLock();
    }

    synchronized boolean monitor() {
        return shared;
    }

    long many(List<String> names) {
        return names.parallelStream().count();
    }

    boolean file(Path path) {
        return Files.exists(path);
    }

    Object network(String host) throws IOException {
        return InetAddress.getByName(host);
    }

    void log() {
        LoggerFactory.getLogger("x").info("y");
    }

    void console() {
        System.out.println("x");
    }

    Object machine() {
        return System.getenv();
    }

    Object chance() {
        return new Random();
    }

    // Allowed: a copy, and chance from a seed.
    Object seeded(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
        return new Random(1);
    }
}
