package org.soothe.sensor.ble;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.time.SessionClock;

/** Looks for the strap that is meant. Not thread-safe; used by the thread of the sensor. */
final class StrapFinder {

    /** How long to wait before looking whether the radio is still there. */
    private static final long SLICE_NS = 500_000_000L;

    private final SessionClock clock;
    private final BleTiming timing;
    private final BlockingQueue<BleDevice> seen = new LinkedBlockingQueue<>();
    private final Map<String, BleDevice> matching = new LinkedHashMap<>();

    StrapFinder(SessionClock clock, BleTiming timing) {
        this.clock = clock;
        this.timing = timing;
    }

    /** Returns the strap; where several match, one whose whole name does, and of these the one with the strongest signal. */
    BleDevice find(BleBackend backend, BleTarget target) throws BleException, InterruptedException {
        seen.clear();
        matching.clear();
        BleBackend.Scan scan = backend.scan(seen::add);
        try {
            BleDevice only = look(backend, target);
            if (only != null) {
                return only;
            }
        } finally {
            scan.close();
        }
        BleDevice best = best(target);
        if (best == null) {
            throw new BleException(BleProblem.NOT_FOUND, "no scan has seen " + target.words());
        }
        return best;
    }

    private @Nullable BleDevice look(BleBackend backend, BleTarget target) throws BleException, InterruptedException {
        long startNs = clock.nowNs();
        long limitNs = TimeUnit.MILLISECONDS.toNanos(timing.scanMs());
        long leftNs = limitNs;
        while (leftNs > 0) {
            BleDevice device = seen.poll(Math.min(leftNs, SLICE_NS), TimeUnit.NANOSECONDS);
            if (device == null) {
                backend.requireReady();
            } else if (target.matches(device) && (device.nearby() || device.connected())) {
                if (target.isTheOnlyOne(device)) {
                    return device;
                }
                if (matching.isEmpty()) {
                    startNs = clock.nowNs();
                    limitNs = TimeUnit.MILLISECONDS.toNanos(timing.choiceMs());
                }
                matching.put(device.address(), device);
            }
            leftNs = limitNs - (clock.nowNs() - startNs);
        }
        return null;
    }

    private @Nullable BleDevice best(BleTarget target) {
        return matching.values().stream()
                .max(Comparator.comparing(target::hasWholeName)
                        .thenComparingInt(device -> device.rssiDbm() == null ? Integer.MIN_VALUE : device.rssiDbm()))
                .orElse(null);
    }
}
