package org.soothe.response;

import java.util.Objects;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.response.ReliableChange.Verdict;

/**
 * How a phase differs from its reference, as whole phases of equal length (physiology basis 5.5). Immutable.
 *
 * <pre>d = later - earlier; percent change = 100 (exp(d) - 1)
 * zH = d HR / S_HR; zV = d lnRMSSD / S_lnRMSSD in free breathing, the pair with lnRSA when paced; S as live (5.3), with the
 * scatter of windows taken as its prior, because a phase as a whole has only one value</pre>
 *
 * <ul>
 *   <li>A measure that one of the phases lacks: withheld, and the verdict NOT_COMPARABLE.
 *   <li>Phases shorter than 180 s, or of different length by more than 10 s: everything is withheld.
 * </ul>
 *
 * @param heartRateBpm difference of heart rate
 * @param lnRmssd difference of lnRMSSD
 * @param lnRsa difference of lnRSA
 * @param rmssdPercent change of RMSSD
 * @param rsaPercent change of the RSA amplitude
 * @param zH standardised change of heart rate
 * @param zV standardised change of the vagal measures
 * @param verdict whether lnRMSSD changed reliably
 */
public record PhaseChange(
        Measure heartRateBpm,
        Measure lnRmssd,
        Measure lnRsa,
        Measure rmssdPercent,
        Measure rsaPercent,
        Measure zH,
        Measure zV,
        Verdict verdict) {

    private static final long LARGEST_DIFFERENCE_NS = 10_000_000_000L;

    /** A reference that ended longer ago than this is judged by the wider rule for phases apart. */
    private static final long CONSECUTIVE_NS = 900_000_000_000L;

    /** Checks that nothing is missing. */
    public PhaseChange {
        Objects.requireNonNull(heartRateBpm, "heartRateBpm");
        Objects.requireNonNull(lnRmssd, "lnRmssd");
        Objects.requireNonNull(lnRsa, "lnRsa");
        Objects.requireNonNull(rmssdPercent, "rmssdPercent");
        Objects.requireNonNull(rsaPercent, "rsaPercent");
        Objects.requireNonNull(zH, "zH");
        Objects.requireNonNull(zV, "zV");
        Objects.requireNonNull(verdict, "verdict");
    }

    /** Returns how {@code later} differs from {@code earlier}; the gap between them chooses the rule of reliable change. */
    public static PhaseChange between(PhaseMeasures earlier, PhaseMeasures later) {
        return between(
                earlier,
                later,
                later.heartRateBpm().orNaN() - earlier.heartRateBpm().orNaN(),
                later.lnRmssd().orNaN() - earlier.lnRmssd().orNaN(),
                later.lnRsa().orNaN() - earlier.lnRsa().orNaN());
    }

    /** Returns how a phase differs from the mean of the rest before it and the rest after it: steady drift cancels. */
    public static PhaseChange bracketed(PhaseMeasures before, PhaseMeasures phase, PhaseMeasures after) {
        return between(
                before,
                phase,
                phase.heartRateBpm().orNaN() - mean(before.heartRateBpm(), after.heartRateBpm()),
                phase.lnRmssd().orNaN() - mean(before.lnRmssd(), after.lnRmssd()),
                phase.lnRsa().orNaN() - mean(before.lnRsa(), after.lnRsa()));
    }

    private static double mean(Measure a, Measure b) {
        return 0.5 * (a.orNaN() + b.orNaN());
    }

    private static PhaseChange between(
            PhaseMeasures earlier, PhaseMeasures later, double dHr, double dLnRmssd, double dLnRsa) {
        long earlierNs = earlier.toNs() - earlier.fromNs();
        long laterNs = later.toNs() - later.fromNs();
        boolean fair = Math.min(earlierNs, laterNs) >= PhaseMeasures.SHORTEST_NS
                && Math.abs(earlierNs - laterNs) <= LARGEST_DIFFERENCE_NS;
        double none = fair ? 0 : Double.NaN;
        long gapNs = later.fromNs() - earlier.toNs();
        ReliableChange rule = gapNs <= CONSECUTIVE_NS ? ReliableChange.consecutive() : ReliableChange.apart();
        double ageS = Math.max(0, (later.fromNs() + laterNs / 2 - earlier.toNs()) / 1e9);
        double zRmssd = z(FeatureLaw.LN_RMSSD, dLnRmssd + none, ageS);
        double zRsa = z(FeatureLaw.LN_RSA, dLnRsa + none, ageS);
        return new PhaseChange(
                measure(dHr + none),
                measure(dLnRmssd + none),
                measure(dLnRsa + none),
                measure(ReliableChange.percentChange(dLnRmssd + none)),
                measure(ReliableChange.percentChange(dLnRsa + none)),
                measure(z(FeatureLaw.HEART_RATE, dHr + none, ageS)),
                measure(Double.isNaN(zRsa) ? zRmssd : Reference.combine(zRmssd, zRsa)),
                rule.judge(dLnRmssd + none));
    }

    private static double z(FeatureLaw law, double difference, double ageS) {
        return FeatureReference.limited(difference / law.sd(law.priorSd(), ageS));
    }

    private static Measure measure(double value) {
        return Double.isFinite(value) ? Measure.of(value) : Measure.withheld(WithheldReason.WINDOW_TOO_SHORT);
    }
}
