package org.soothe.breathing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.soothe.beat.EcgBeatFinder;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.Waves;

/** The section on the respiration channel in {@code docs/validation.md}. */
final class RespirationValidationPage {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long TICK_NS = 5 * SECOND_NS;
    private static final double ACCELERATION_HZ = 50;

    private final StringBuilder page = new StringBuilder();

    /** Rates of the channel at ticks and of the reference over the same minutes. */
    record Rates(String name, List<Double> channelPerMin, List<Double> referencePerMin, int tickCount) {

        double medianErrorPerMin() {
            return sortedErrors().get(sortedErrors().size() / 2);
        }

        double withinPercent(double perMin) {
            return 100.0
                    * sortedErrors().stream().filter(error -> error <= perMin).count()
                    / channelPerMin.size();
        }

        double knownPercent() {
            return 100.0 * channelPerMin.size() / tickCount;
        }

        private List<Double> sortedErrors() {
            List<Double> errors = new ArrayList<>();
            for (int i = 0; i < channelPerMin.size(); i++) {
                errors.add(Math.abs(channelPerMin.get(i) - referencePerMin.get(i)));
            }
            errors.sort(Double::compare);
            return errors;
        }
    }

    /** The size of the ECG's complexes against the breaths of a belt. */
    static Rates ecgAgainstBelt(String recording, double lengthS) {
        double[] beltS = ReferenceRecordings.peerBeatsS("neurokit-resting/" + recording + ".belt-troughs.txt", 100);
        RespirationChannel channel = new RespirationChannel();
        EcgBeatFinder finder = new EcgBeatFinder();
        Rates rates = new Rates(recording, new ArrayList<>(), new ArrayList<>(), ticks(lengthS));
        long tickNs = 65 * SECOND_NS;
        for (Waveform block : Waves.blocks(
                WaveformKind.ECG_MICROVOLT,
                100,
                Waves.read("neurokit-resting/" + recording + ".ecg.diff16.gz", 1),
                50)) {
            finder.block(block, (timeNs, size, starts, good) -> channel.ecgBeat(timeNs, size, starts));
            if (block.timeNs() >= tickNs) {
                channel.tick(tickNs);
                add(rates, channel, beltPerMin(beltS, tickNs / 1e9));
                tickNs += TICK_NS;
            }
        }
        return rates;
    }

    private static int ticks(double lengthS) {
        return (int) ((lengthS - 65) / 5) + 1;
    }

    private static void add(Rates rates, RespirationChannel channel, double referencePerMin) {
        if (Double.isFinite(channel.ratePerMin())) {
            rates.channelPerMin.add(channel.ratePerMin());
            rates.referencePerMin.add(referencePerMin);
        }
    }

    /** Whole breaths of the belt within the minute, by their length. */
    private static double beltPerMin(double[] beltS, double endS) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < beltS.length; i++) {
            if (beltS[i] > endS - 60 && beltS[i] <= endS) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return 60 * (last - first) / (beltS[last] - beltS[first]);
    }

    /** A chest that tilts by some milli-g with each breath, with a heart and noise upon it. */
    static Rates acceleration(double breathsPerMin, double tiltMilliG, long seed) {
        RespirationChannel channel = new RespirationChannel();
        Rates rates = new Rates(
                String.format(Locale.ROOT, "%.0f a minute, %.0f milli-g", breathsPerMin, tiltMilliG),
                new ArrayList<>(),
                new ArrayList<>(),
                ticks(300));
        long tickNs = 65 * SECOND_NS;
        List<List<Waveform>> axes = axes(breathsPerMin, tiltMilliG, seed);
        for (int i = 0; i < axes.get(0).size(); i++) {
            for (List<Waveform> axis : axes) {
                channel.waveform(axis.get(i));
            }
            if (axes.get(0).get(i).timeNs() >= tickNs) {
                channel.tick(tickNs);
                add(rates, channel, breathsPerMin);
                tickNs += TICK_NS;
            }
        }
        return rates;
    }

    static List<List<Waveform>> axes(double breathsPerMin, double tiltMilliG, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] share = {0.3, 1, 0.5};
        double[] rest = {-100, 300, 940};
        WaveformKind[] kinds = {
            WaveformKind.ACCELERATION_X_MILLI_G,
            WaveformKind.ACCELERATION_Y_MILLI_G,
            WaveformKind.ACCELERATION_Z_MILLI_G
        };
        List<List<Waveform>> axes = new ArrayList<>();
        for (int a = 0; a < kinds.length; a++) {
            int[] samples = new int[(int) (300 * ACCELERATION_HZ)];
            for (int i = 0; i < samples.length; i++) {
                double timeS = i / ACCELERATION_HZ;
                double breath = StrictMath.sin(2 * Math.PI * breathsPerMin / 60 * timeS);
                double heart = 10
                        * StrictMath.sin(2 * Math.PI * 7 * timeS)
                        * Math.max(0, StrictMath.sin(2 * Math.PI * 1.1 * timeS));
                samples[i] = (int)
                        Math.round(rest[a] + share[a] * tiltMilliG / 2 * breath + heart + 5 * random.nextGaussian());
            }
            axes.add(Waves.blocks(kinds[a], ACCELERATION_HZ, samples, 16));
        }
        return axes;
    }

    static List<Rates> all() {
        return List.of(
                ecgAgainstBelt("bio_resting_5min", 300),
                ecgAgainstBelt("bio_eventrelated", 150),
                acceleration(5, 40, 5),
                acceleration(6, 15, 6),
                acceleration(12, 15, 12),
                acceleration(18, 10, 18));
    }

    String write() {
        page.append("""
                ## Breathing from a sensor on the chest

                `RespirationChannel` at ticks of 5 s, over the minute before. `neurokit-resting`: the size of the ECG's complexes
                against whole breaths of a belt, found by other software. Simulated: a chest that tilts by this much from breath to
                breath along one axis, less along the others, with a heart of 10 milli-g and noise of 5 milli-g upon it. No recording
                of a chest's acceleration with a belt is at hand, so real movement is not shown here.

                | breath | ticks | known | median error, a minute | within 1 a minute | within 2 a minute |
                |---|--:|--:|--:|--:|--:|
                """);
        for (Rates rates : all()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f %% | %.2f | %.0f %% | %.0f %% |\n",
                    rates.name(),
                    rates.tickCount(),
                    rates.knownPercent(),
                    rates.medianErrorPerMin(),
                    rates.withinPercent(1),
                    rates.withinPercent(2)));
        }
        return page.toString();
    }
}
