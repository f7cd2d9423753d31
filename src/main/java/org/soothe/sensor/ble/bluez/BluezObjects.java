package org.soothe.sensor.ble.bluez;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon's objects looked like when it last said so: path, interface, property. Safe for use by many threads; each
 * change wakes those who wait.
 */
final class BluezObjects {

    // Design: a copy, kept up to date by the signals, answers without a question to the bus, so the thread that hears
    // signals never waits. Signals that were sent before the first full answer are applied after it once more; they end
    // in the same state, because the last one wins.

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Map<String, Map<String, Object>>> byPath = new TreeMap<>();
    private boolean dead;

    /** Keeps changes and readers of other threads waiting until {@link #unlock}. */
    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    void put(String path, String iface, Map<String, Object> properties) {
        alter(() -> byPath.computeIfAbsent(path, any -> new HashMap<>()).put(iface, new HashMap<>(properties)));
    }

    void remove(String path, List<String> ifaces) {
        alter(() -> {
            Map<String, Map<String, Object>> held = byPath.getOrDefault(path, new HashMap<>());
            ifaces.forEach(held::remove);
            if (held.isEmpty()) {
                byPath.remove(path);
            }
        });
    }

    void change(String path, String iface, Map<String, Object> values, List<String> invalidated) {
        alter(() -> {
            Map<String, Object> properties = byPath.getOrDefault(path, Map.of()).getOrDefault(iface, new HashMap<>());
            properties.putAll(values);
            invalidated.forEach(properties::remove);
        });
    }

    /** Forgets everything and lets go of everybody who waits, for good. */
    void die() {
        alter(() -> {
            dead = true;
            byPath.clear();
        });
    }

    /** Returns the paths below another that have an interface, in the order of their names. */
    List<String> paths(String below, String iface) {
        return read(() -> {
            List<String> found = new ArrayList<>();
            byPath.forEach((path, ifaces) -> {
                if (path.startsWith(below) && ifaces.containsKey(iface)) {
                    found.add(path);
                }
            });
            return found;
        });
    }

    boolean has(String path, String iface) {
        return read(() -> byPath.getOrDefault(path, Map.of()).containsKey(iface));
    }

    @Nullable
    Object property(String path, String iface, String name) {
        lock.lock();
        try {
            return byPath.getOrDefault(path, Map.of())
                    .getOrDefault(iface, Map.of())
                    .get(name);
        } finally {
            lock.unlock();
        }
    }

    boolean isTrue(String path, String iface, String name) {
        return Boolean.TRUE.equals(property(path, iface, name));
    }

    @Nullable
    String text(String path, String iface, String name) {
        Object value = property(path, iface, name);
        return value == null ? null : value.toString();
    }

    @Nullable
    Integer number(String path, String iface, String name) {
        return property(path, iface, name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    /** Returns a list of texts; the bus library hands them over as an array or as a list. */
    List<String> texts(String path, String iface, String name) {
        Object value = property(path, iface, name);
        if (value instanceof String[] array) {
            return List.of(array);
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Waits until a condition on these objects holds; returns whether it does. Death ends the wait. */
    boolean await(BooleanSupplier condition, long limitMs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(limitMs);
            while (!condition.getAsBoolean()) {
                if (dead || leftNs <= 0) {
                    return false;
                }
                leftNs = changed.awaitNanos(leftNs);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void alter(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}
