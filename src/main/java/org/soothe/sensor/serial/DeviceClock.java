package org.soothe.sensor.serial;

import java.util.Arrays;

/**
 * Maps a device's clock to the session axis from arrival times alone. What arrives was sent before, late by a delay that is
 * never less than that of the wire; so the least lag of each second tells the offset, and how it wanders tells the drift of the
 * device's crystal. Not thread-safe.
 *
 * <p>Times never jump by a correction: the clock runs a little faster or slower until it is right, because a jump would be an
 * error of the interval it falls into.
 */
final class DeviceClock {

    // Design: one least lag per second of device time, the last 60 of them. Drift: median of the slopes between
    // seconds that lie at least a third of the span apart (Theil-Sen), which a few late seconds do not tilt. Offset:
    // the line of that slope below all of them. The output is an anchor and a rate; each second it is anchored anew
    // where it is, with a rate that would meet the line in 10 s. What arrives half a second before it was sent, or
    // that late for five seconds on end, tells that the device's clock is another one now.

    private static final long SECOND_NS = 1_000_000_000L;
    private static final int SECONDS = 60;
    private static final int LEAST_FOR_DRIFT = 5;
    private static final int SETTLING_SECONDS = 3;
    private static final int MOST_LATE_SECONDS = 5;
    private static final double PULL_S = 10;
    private static final double MOST_PULL_RATIO = 0.002;
    private static final double MOST_DRIFT_RATIO = 0.05;
    private static final long MOST_ERROR_NS = 500_000_000L;

    private final long[] binDeviceNs = new long[SECONDS];
    private final long[] binLagNs = new long[SECONDS];
    private final double[] slopes = new double[SECONDS * SECONDS / 2];
    private int bins;
    private boolean started;
    private long originDeviceNs;
    private long originSessionNs;
    private long anchorDeviceNs;
    private double anchorSessionNs;
    private double rateRatio;
    private double driftRatio;
    private long second;
    private int lateSeconds;
    private long leastLagNs;
    private long leastDeviceNs;

    /** Forgets everything: the device's clock began anew. */
    void restart() {
        started = false;
    }

    boolean isStarted() {
        return started;
    }

    /** Hears that what the device timed at {@code deviceNs} arrived at {@code arrivalNs}; device times never go back. */
    void heard(long deviceNs, long arrivalNs) {
        if (!started || lateSeconds >= MOST_LATE_SECONDS || arrivalNs - toSessionNs(deviceNs) < -MOST_ERROR_NS) {
            start(deviceNs, arrivalNs);
        }
        long lagNs = (arrivalNs - originSessionNs) - (deviceNs - originDeviceNs);
        long now = (deviceNs - originDeviceNs) / SECOND_NS;
        if (now != second) {
            keep();
            second = now;
            estimate(deviceNs);
            leastLagNs = Long.MAX_VALUE;
        }
        if (lagNs < leastLagNs) {
            leastLagNs = lagNs;
            leastDeviceNs = deviceNs;
        }
        if (second < SETTLING_SECONDS && lagNs < anchorSessionNs - anchorDeviceNs) {
            anchorSessionNs = anchorDeviceNs + (double) lagNs;
        }
    }

    private void start(long deviceNs, long arrivalNs) {
        started = true;
        originDeviceNs = deviceNs;
        originSessionNs = arrivalNs;
        anchorDeviceNs = 0;
        anchorSessionNs = 0;
        rateRatio = 1;
        driftRatio = 0;
        bins = 0;
        second = 0;
        lateSeconds = 0;
        leastLagNs = Long.MAX_VALUE;
    }

    private void keep() {
        double lateNs = leastLagNs - (shownNs(leastDeviceNs - originDeviceNs) - (leastDeviceNs - originDeviceNs));
        lateSeconds = lateNs > MOST_ERROR_NS ? lateSeconds + 1 : 0;
        if (bins == SECONDS) {
            System.arraycopy(binDeviceNs, 1, binDeviceNs, 0, SECONDS - 1);
            System.arraycopy(binLagNs, 1, binLagNs, 0, SECONDS - 1);
            bins--;
        }
        binDeviceNs[bins] = leastDeviceNs - originDeviceNs;
        binLagNs[bins++] = leastLagNs;
    }

    private void estimate(long deviceNs) {
        if (bins < SETTLING_SECONDS) {
            return;
        }
        driftRatio = bins < LEAST_FOR_DRIFT ? 0 : slope();
        double offsetNs = Double.POSITIVE_INFINITY;
        for (int i = 0; i < bins; i++) {
            offsetNs = Math.min(offsetNs, binLagNs[i] - driftRatio * binDeviceNs[i]);
        }
        long nowNs = deviceNs - originDeviceNs;
        double shownNs = shownNs(nowNs);
        double errorNs = nowNs + offsetNs + driftRatio * nowNs - shownNs;
        anchorDeviceNs = nowNs;
        anchorSessionNs = shownNs;
        double pull = errorNs / (PULL_S * SECOND_NS);
        rateRatio = 1 + driftRatio + Math.max(-MOST_PULL_RATIO, Math.min(MOST_PULL_RATIO, pull));
    }

    private double slope() {
        long leastApartNs = (binDeviceNs[bins - 1] - binDeviceNs[0]) / 3;
        int count = 0;
        for (int i = 0; i < bins; i++) {
            for (int j = i + 1; j < bins; j++) {
                long apartNs = binDeviceNs[j] - binDeviceNs[i];
                if (apartNs >= leastApartNs && apartNs > 0) {
                    slopes[count++] = (binLagNs[j] - binLagNs[i]) / (double) apartNs;
                }
            }
        }
        Arrays.sort(slopes, 0, count);
        double median = (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
        return Math.max(-MOST_DRIFT_RATIO, Math.min(MOST_DRIFT_RATIO, median));
    }

    private double shownNs(long deviceNs) {
        return anchorSessionNs + rateRatio * (deviceNs - anchorDeviceNs);
    }

    /** Returns a time of the device on the session axis. */
    long toSessionNs(long deviceNs) {
        return originSessionNs + Math.round(shownNs(deviceNs - originDeviceNs));
    }

    /** Returns how much longer a second of the device is than one of the session: 0.001 for a millisecond. */
    double driftRatio() {
        return driftRatio;
    }
}
