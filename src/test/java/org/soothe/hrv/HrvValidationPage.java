package org.soothe.hrv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soothe.hrv.SpectrumSettings.Detrending;
import org.soothe.hrv.SpectrumSettings.GridEnd;
import org.soothe.hrv.SpectrumSettings.GridStart;
import org.soothe.hrv.SpectrumSettings.Integration;
import org.soothe.hrv.SpectrumSettings.SplineEnd;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.ReferenceRecordings.Segment;

/** Writes the section of HRV in {@code docs/validation.md} from the recordings: every number in it is computed here. */
final class HrvValidationPage {

    private static final List<String> TIME_KEYS = List.of("mean_rr", "sdnn", "rmssd", "pnn50", "sd1", "sd2");
    private static final List<String> STEPPED =
            List.of("polar-rest", "pyhrv-60min", "biosppy-rri", "synth-direct_rest");

    private final StringBuilder page = new StringBuilder();

    String write() {
        intro();
        agreement();
        steps();
        truths();
        return page.toString();
    }

    private void intro() {
        page.append("""
                ## HRV: agreement with written definitions

                The reference values (`canon` in `src/test/resources/data/reference.json`) come from numpy and scipy by
                definitions that are written out in `src/test/resources/data/README.md`; nothing of ours was used to make them.

                """);
    }

    private void agreement() {
        page.append("""
                ### Every stretch of every recording

                Largest relative difference between ours and the reference: over mean RR, SDNN, RMSSD, pNN50, SD1, SD2 (time);
                over VLF, LF and HF power (Welch with segments of 300 s and 120 s by `SpectrumSettings.CANON_300` and
                `CANON_120`; Lomb-Scargle). A dash: the reference has no spectrum of a whole day. Beside it LF and HF by our own
                default, `SpectrumSettings.LAB`, of the raw intervals, and in percent how far that is from `welch_300s` (no percentage beside less than 1 ms²).

                | recording | stretch | beats | time | Welch 300 s | Welch 120 s | Lomb | LAB LF ms² | LAB HF ms² |
                |---|---|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Segment segment : ReferenceRecordings.segments()) {
            row(segment);
        }
        page.append('\n');
    }

    private void row(Segment segment) {
        double[] rrMs = segment.rrMs();
        NnArray nn = NnArray.ofMs(rrMs);
        Map<String, Double> canon = segment.canon();
        boolean hasSpectrum = canon.containsKey("welch_300s.hf");
        PowerSpectrum lab = spectrum(SpectrumSettings.LAB, nn);
        line(
                "| %s | %s | %d | %s | %s | %s | %s | %s | %s |",
                segment.recording(),
                segment.name(),
                rrMs.length,
                atMost(timeDifference(nn, canon), 10),
                hasSpectrum
                        ? atMost(difference(spectrum(SpectrumSettings.CANON_300, nn), canon, "welch_300s"), 7)
                        : "–",
                hasSpectrum
                        ? atMost(difference(spectrum(SpectrumSettings.CANON_120, nn), canon, "welch_120s"), 7)
                        : "–",
                hasSpectrum ? atMost(difference(LombScargle.of(rrMs), canon, "lomb"), 7) : "–",
                beside(lab.powerMs2(Band.LF), canon.getOrDefault("welch_300s.lf", Double.NaN)),
                beside(lab.powerMs2(Band.HF), canon.getOrDefault("welch_300s.hf", Double.NaN)));
    }

    private void steps() {
        page.append("""
                ### Why our default differs

                From the reference to our default one convention at a time, whole recordings, LF / HF in ms². None of these is
                wrong; a spectrum without its settings is not a number that two people can compare.

                - *Rectangles*: the power of a band is the spacing times the sum of its bins. Trapezoids between the bins of a
                  band leave out half of its first and last bin: one bin in 33 of LF and one in 75 of HF with 300 s, one in 7 and
                  16 with 64 s.
                - *Natural spline* on a grid of whole quarter seconds, up to the last beat: it matters at the two ends only.
                - *Segments of 64 s* instead of one of 300 s make the largest difference where a recording changes in its course:
                  a Hann window over all of it looks at the middle and hardly at the ends, eight short ones look at all parts
                  alike; the line under the table shows how unlike they can be. The main lobe is wider, too (0.03 Hz), so that
                  slow power leaks into LF.
                - *Smoothness priors* take the slow course away before: what leaked into LF is gone, and of LF itself 6 % at
                  0.067 Hz and 1.3 % at 0.1 Hz; HF keeps 99.7 % and more.

                | recording | reference settings | rectangles | natural spline | segments of 64 s | priors = LAB |
                |---|--:|--:|--:|--:|--:|
                """);
        for (String recording : STEPPED) {
            NnArray nn = NnArray.ofMs(ReferenceRecordings.rrMs(recording));
            SpectrumSettings lab = SpectrumSettings.LAB;
            SpectrumSettings canon = SpectrumSettings.CANON_300;
            SpectrumSettings rectangles = settings(canon, canon, Detrending.NOTHING, Integration.RECTANGLE);
            SpectrumSettings natural = settings(lab, canon, Detrending.NOTHING, Integration.RECTANGLE);
            SpectrumSettings shorter = settings(lab, lab, Detrending.NOTHING, Integration.RECTANGLE);
            line(
                    "| %s | %s | %s | %s | %s | %s |",
                    recording,
                    powers(spectrum(canon, nn)),
                    powers(spectrum(rectangles, nn)),
                    powers(spectrum(natural, nn)),
                    powers(spectrum(shorter, nn)),
                    powers(spectrum(lab, nn)));
        }
        page.append("\nHF in ms² of `biosppy-rri` by stretches of 64 s, one every 32 s: ")
                .append(courseOfHf("biosppy-rri"))
                .append(".\n\n");
    }

    private static String courseOfHf(String recording) {
        double[] rrMs = ReferenceRecordings.rrMs(recording);
        SpectrumSettings settings =
                settings(SpectrumSettings.LAB, SpectrumSettings.LAB, Detrending.NOTHING, Integration.RECTANGLE);
        Tachogram tachogram = new Tachogram(settings, rrMs.length, 1);
        tachogram.read(NnArray.ofMs(rrMs), 0, rrMs.length);
        PowerSpectrum spectrum = new PowerSpectrum(Integration.RECTANGLE, 1);
        Welch welch = new Welch(settings);
        List<String> course = new ArrayList<>();
        for (int from = 0; from + 256 <= tachogram.sampleCount(); from += 128) {
            welch.read(Arrays.copyOfRange(tachogram.samplesMs(), from, from + 256), 256, spectrum);
            course.add(String.format(Locale.ROOT, "%.0f", spectrum.powerMs2(Band.HF)));
        }
        return String.join(", ", course);
    }

    private static SpectrumSettings settings(
            SpectrumSettings grid, SpectrumSettings segments, Detrending detrending, Integration integration) {
        SplineEnd end = grid.splineEnd();
        GridStart start = grid.gridStart();
        GridEnd gridEnd = grid.gridEnd();
        return new SpectrumSettings(
                end,
                start,
                gridEnd,
                4,
                detrending,
                segments.segmentSampleCount(),
                segments.overlapSampleCount(),
                segments.wholeBelowSampleCount(),
                segments.padding(),
                segments.alignment(),
                integration);
    }

    private void truths() {
        page.append("""
                ### Series with known answers

                Intervals that lie on sums of sines: the power of each is half its squared amplitude. LF / HF in ms². The spline
                loses a few percent of HF where a breath has few beats (3 % at 0.25 Hz with one beat a second), which is the
                price of resampling; Lomb-Scargle does not resample, but sees harmonics and ends.

                | series | truth | LAB | welch_300s | Lomb |
                |---|--:|--:|--:|--:|
                """);
        truth("direct_rest", 450, 200);
        truth("direct_rest_1024", 450, 200);
        truth("direct_rest_100hz", 450, 200);
        truth("direct_hf_only", 0, 800);
        truth("direct_resonance", 3200, 0);
        truth("direct_bigrsa", 16_200, 0);
        truth("direct_fast", 200, 50);
        truth("direct_edges", 200, 200);
        truth("direct_long", 312.5, 312.5);
        page.append("""

                `direct_edges` has waves at 0.145 and 0.155 Hz, 0.005 Hz from the edge on either side: with segments of 64 s each
                leaks into the other's band, and with 300 s the trapezoids leave out the half bin at the edge. A wave that close to an edge cannot be assigned in five minutes.
                """);
    }

    private void truth(String name, double lf, double hf) {
        double[] rrMs = ReferenceRecordings.rrMs("synth-" + name);
        NnArray nn = NnArray.ofMs(rrMs);
        line(
                "| %s | %.1f / %.1f | %s | %s | %s |",
                name,
                lf,
                hf,
                powers(spectrum(SpectrumSettings.LAB, nn)),
                powers(spectrum(SpectrumSettings.CANON_300, nn)),
                powers(LombScargle.of(rrMs)));
    }

    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static PowerSpectrum spectrum(SpectrumSettings settings, NnArray nn) {
        return new SpectrumAnalyzer(settings).read(nn, 0, nn.size());
    }

    private static double timeDifference(NnArray nn, Map<String, Double> canon) {
        TimeDomain time = new TimeDomain();
        time.read(nn, 0, nn.size(), PairRule.WITH_CORRECTED);
        double[] ours = {time.meanMs(), time.sdnnMs(), time.rmssdMs(), time.pnn50Percent(), time.sd1Ms(), time.sd2Ms()};
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, relative(ours[i], canon.getOrDefault(TIME_KEYS.get(i), Double.NaN)));
        }
        return largest;
    }

    private static double difference(PowerSpectrum ours, Map<String, Double> canon, String key) {
        return Math.max(
                relative(ours.powerMs2(Band.VLF), canon.getOrDefault(key + ".vlf", Double.NaN)),
                Math.max(
                        relative(ours.powerMs2(Band.LF), canon.getOrDefault(key + ".lf", Double.NaN)),
                        relative(ours.powerMs2(Band.HF), canon.getOrDefault(key + ".hf", Double.NaN))));
    }

    private static double relative(double ours, double theirs) {
        return ours == theirs ? 0 : Math.abs(ours - theirs) / Math.abs(theirs);
    }

    /** The next power of ten above, but none below 10^-finest, so that the last bits of a processor do not show. */
    private static String atMost(double difference, int finest) {
        for (int exponent = finest; exponent > 0; exponent--) {
            if (difference < Math.pow(10, -exponent)) {
                return "< 1e-" + exponent;
            }
        }
        return "large";
    }

    private static String beside(double ours, double theirs) {
        // beside hardly any power a percentage says nothing
        return Double.isNaN(theirs) || theirs < 1
                ? String.format(Locale.ROOT, "%.1f", ours)
                : String.format(Locale.ROOT, "%.1f (%+.1f %%)", ours, Math.rint(1000 * (ours / theirs - 1)) / 10 + 0.0);
    }

    private static String powers(PowerSpectrum spectrum) {
        return String.format(Locale.ROOT, "%.1f / %.1f", spectrum.powerMs2(Band.LF), spectrum.powerMs2(Band.HF));
    }
}
