package org.soothe.response;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;
import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.breathing.Adherence;
import org.soothe.breathing.LivePacing;
import org.soothe.breathing.PacedReading;
import org.soothe.breathing.RespirationChannel;
import org.soothe.breathing.RespirationSource;
import org.soothe.hrv.LiveHrv;

/**
 * What one tick says about the newest minute, and whether it may be interpreted. Not thread-safe; overwritten at each
 * tick, allocates nothing.
 */
final class TickFeatures {

    private final MinuteSwing swing = new MinuteSwing();

    private double heartRateBpm = Double.NaN;
    private double shownHeartRateBpm = Double.NaN;
    private double lnRmssd = Double.NaN;
    private double lnRsa = Double.NaN;
    private double breathPerMin = Double.NaN;
    private double smoothnessRatio = Double.NaN;
    private double lnSwing = Double.NaN;
    private double channelPerMin = Double.NaN;
    private double depth = Double.NaN;
    private RespirationSource depthSource = RespirationSource.NONE;
    private Adherence adherence = Adherence.UNKNOWN;
    private QualityGrade grade = QualityGrade.BAD;
    private Rhythm rhythm = Rhythm.UNKNOWN;

    void read(long tickNs, NnSeries nn, LiveHrv hrv, LivePacing pacing, QualityGrade newGrade, Rhythm newRhythm) {
        PacedReading paced = pacing.reading();
        heartRateBpm = hrv.heartRateBpm().orNaN();
        shownHeartRateBpm = hrv.shownHeartRateBpm().orNaN();
        lnRmssd = hrv.lnRmssd().orNaN();
        lnRsa = paced.lnRsa();
        breathPerMin = Double.isNaN(channelPerMin) ? hrv.breathingRatePerMin().orNaN() : channelPerMin;
        smoothnessRatio = hrv.smoothnessRatio().orNaN();
        adherence = paced.adherence();
        grade = newGrade;
        rhythm = newRhythm;
        lnSwing = swing.read(nn, tickNs);
    }

    /** Takes rate and depth of the breath itself for the next reading. */
    void respiration(RespirationChannel channel) {
        channelPerMin = channel.exactRatePerMin();
        depth = channel.depth();
        depthSource = channel.source();
    }

    double depth() {
        return depth;
    }

    RespirationSource depthSource() {
        return depthSource;
    }

    double heartRateBpm() {
        return heartRateBpm;
    }

    double shownHeartRateBpm() {
        return shownHeartRateBpm;
    }

    double lnRmssd() {
        return lnRmssd;
    }

    double lnRsa() {
        return lnRsa;
    }

    double breathPerMin() {
        return breathPerMin;
    }

    double smoothnessRatio() {
        return smoothnessRatio;
    }

    double lnSwing() {
        return lnSwing;
    }

    boolean adherenceUnknown() {
        return adherence == Adherence.UNKNOWN;
    }

    /** Returns what forbids any reading at once, null if nothing does. */
    @Nullable
    ResponseReason forbidden() {
        if (rhythm == Rhythm.IRREGULAR || rhythm == Rhythm.FREQUENT_ECTOPICS) {
            return ResponseReason.RHYTHM_UNSUITED;
        }
        return grade == QualityGrade.BAD ? ResponseReason.QUALITY_BAD : null;
    }

    /** Returns why the features of a window that is not forbidden cannot be used, null if they can. */
    @Nullable
    ResponseReason incomplete(boolean paced) {
        if (paced && adherence == Adherence.NOT_FOLLOWING) {
            return ResponseReason.BREATHING_CHANGED;
        }
        boolean complete =
                Double.isFinite(heartRateBpm) && Double.isFinite(lnRmssd) && (!paced || Double.isFinite(lnRsa));
        return complete ? null : ResponseReason.TOO_LITTLE_DATA;
    }
}
