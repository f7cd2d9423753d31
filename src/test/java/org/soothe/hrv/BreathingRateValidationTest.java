package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.soothe.artifact.NnSeries;
import org.soothe.testing.ReferenceRecordings;

/** The breathing rate from the intervals against a known chirp, a breathing belt and simulated persons. */
class BreathingRateValidationTest {

    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void theRateFollowsASlowChirp() throws IOException {
        List<double[]> rows = table("synth/chirp.csv");
        NnArray nn = NnArray.ofMs(rows.stream().mapToDouble(row -> row[1]).toArray());
        LiveHrv live = new LiveHrv();
        int known = 0;
        int asked = 0;
        for (int second = 70; second < 600; second += 5) {
            live.tick(nn, second * SECOND_NS);
            // the estimate stands for the middle of its 64 s, and for 5 s more by the median of three ticks
            double truePerMin = 60 * at(rows, second - 37, 2);
            if (truePerMin > 8.5) {
                asked++;
            }
            if (live.breathingRatePerMin().reason() == null) {
                known++;
                assertThat(live.breathingRatePerMin().orNaN())
                        .as("at %d s", second)
                        .isBetween(truePerMin - 0.5, truePerMin + 0.5);
            }
        }
        assertThat(known).isGreaterThan(asked * 9 / 10);
    }

    @Test
    void theRateOfARestIsOneThatTheBeltSaw() throws IOException {
        // A restless breath: between 8 and 28 a minute in most windows of 64 s, so that many have no rate.
        List<double[]> belt = table("neurokit-resting/bio_resting_5min.belt-rate.csv");
        NnArray nn = NnArray.ofMs(ReferenceRecordings.rrMs("derived-bio_resting_5min.ppg"));
        LiveHrv live = new LiveHrv();
        int known = 0;
        int steady = 0;
        for (int second = 70; second < 299; second += 5) {
            live.tick(nn, second * SECOND_NS);
            if (live.breathingRatePerMin().reason() == null) {
                DoubleSummaryStatistics seen = belt.subList(Math.max(0, second - 74), second).stream()
                        .mapToDouble(row -> row[1])
                        .summaryStatistics();
                double rate = live.breathingRatePerMin().orNaN();
                known++;
                assertThat(rate).as("at %d s", second).isBetween(seen.getMin() - 1, seen.getMax() + 1);
                if (seen.getMax() - seen.getMin() < 5) {
                    steady++;
                    assertThat(rate).as("at %d s", second).isBetween(seen.getAverage() - 1, seen.getAverage() + 1);
                }
            }
        }
        assertThat(known).isGreaterThan(25);
        assertThat(steady).isPositive();
    }

    @Test
    void theRatesOfSimulatedPersonsWhoBreatheFreelyAreRight() {
        int windows = 0;
        int known = 0;
        int within2 = 0;
        SplittableRandom random = new SplittableRandom(81);
        for (int person = 0; person < 2000; person++) {
            FreePerson free = new FreePerson(random.split());
            NnSeries nn = NnArray.ofMs(free.intervalsMs(66));
            LiveHrv live = new LiveHrv();
            live.tick(nn, 66 * SECOND_NS);
            windows++;
            if (live.breathingRatePerMin().reason() == null) {
                known++;
                within2 += Math.abs(live.breathingRatePerMin().orNaN() - free.meanRatePerMin()) <= 2 ? 1 : 0;
            }
        }
        assertThat(known).as("known of %d", windows).isGreaterThan(windows * 65 / 100);
        assertThat(within2).as("within 2/min of %d", known).isGreaterThan(known * 96 / 100);
    }

    private static double at(List<double[]> rows, double second, int column) {
        double value = Double.NaN;
        for (double[] row : rows) {
            if (row[0] <= second) {
                value = row[column];
            }
        }
        return value;
    }

    private static List<double[]> table(String path) throws IOException {
        try (InputStream in = BreathingRateValidationTest.class.getResourceAsStream("/data/" + path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    /** A person as the simulator of the design basis makes them, without drift: breath, pressure wave, noise. */
    private static final class FreePerson {

        private final SplittableRandom random;
        private double breaths;
        private double seconds;

        FreePerson(SplittableRandom random) {
            this.random = random;
        }

        double[] intervalsMs(double length) {
            double meanMs = 60_000 / Math.max(50, Math.min(95, 70 + 8 * gaussian()));
            double amplitude = Math.exp(Math.log(28) + 0.5 * gaussian());
            double ratePerMin = Math.max(9, Math.min(20, 14 + 2.5 * gaussian()));
            double wave = Math.exp(Math.log(22) + 0.35 * gaussian());
            double noise = 2 + 3 * random.nextDouble();
            // AR(2) at 4 Hz, resonance at 0.095 Hz, half-width 0.01 Hz
            double radius = Math.exp(-2 * Math.PI * 0.01 / 4);
            double a1 = 2 * radius * Math.cos(2 * Math.PI * 0.095 / 4);
            double a2 = -radius * radius;
            double innovation = wave * Math.sqrt((1 + a2) * ((1 - a2) * (1 - a2) - a1 * a1) / (1 - a2));
            int n = (int) ((length + 60) * 4);
            double[] rr = new double[n];
            double before = 0;
            double before2 = 0;
            double phase = random.nextDouble();
            double rate = ratePerMin;
            double start = phase;
            for (int i = 0; i < n; i++) {
                double low = a1 * before + a2 * before2 + innovation * gaussian();
                before2 = before;
                before = low;
                double angle = 2 * Math.PI * phase;
                rr[i] = meanMs + amplitude * (Math.cos(angle) + 0.12 * Math.cos(2 * angle + 1)) + low;
                double next = phase + rate / 60 / 4;
                if (Math.floor(next) > Math.floor(phase)) {
                    rate = ratePerMin * (1 + 0.12 * gaussian());
                    rate = Math.max(ratePerMin * 0.5, rate);
                }
                phase = next;
                if (i < length * 4) {
                    breaths = phase - start;
                    seconds = (i + 1) / 4.0;
                }
            }
            double[] out = new double[2 * (int) length];
            int count = 0;
            double t = 0;
            while (t < length) {
                double v = rr[(int) (t * 4)] + noise * gaussian();
                t += v / 1000;
                out[count++] = v;
            }
            return Arrays.copyOf(out, count);
        }

        double meanRatePerMin() {
            return 60 * breaths / seconds;
        }

        private double gaussian() {
            return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
