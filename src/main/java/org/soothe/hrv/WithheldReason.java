package org.soothe.hrv;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.Rhythm;

/** Why a measure has no value, each with a sentence for the person who looks for it. */
public enum WithheldReason {
    /** The newest interval is none that a heart makes. */
    INTERVAL_OUT_OF_RANGE("The newest interval does not come from a heartbeat."),
    /** The interval was left out, or its correction waits for the beats after it. */
    LEFT_OUT("This interval is left out."),
    /** The sensor did not send it. */
    NOT_SENT("The sensor does not send this."),
    /** Fewer beats or pairs of beats than the measure needs. */
    TOO_FEW_BEATS("There are not enough heartbeats yet."),
    /** The intervals leave out too much of the window. */
    LOW_COVERAGE("Too much of this time is without a usable heartbeat."),
    /** A single hole in the window is too long. */
    GAP_TOO_LONG("The signal was interrupted for too long."),
    /** The window is shorter than the measure needs. */
    WINDOW_TOO_SHORT("This needs a longer stretch of signal."),
    /** The signal quality of the window is BAD. */
    QUALITY_BAD("The signal is too disturbed right now. Check how the sensor sits."),
    /** The rhythm is irregular as a whole. */
    IRREGULAR_RHYTHM("The rhythm is irregular here, and this method does not suit it."),
    /** More than every tenth beat is ectopic. */
    FREQUENT_ECTOPICS("There are many extra beats here, and this method does not suit them."),
    /** The intervals do not vary at all, so that a logarithm or a share has no value. */
    NO_VARIATION("The intervals are all alike, as a heart does not make them."),
    /** No breathing rate is known. */
    BREATHING_UNKNOWN("The breathing rate cannot be read from the heart right now."),
    /** No sensor on the chest shows the breath, or it has not for long enough. */
    NO_RESPIRATION_CHANNEL("No sensor shows the breath itself, or it has not yet for a minute."),
    /** Breathing is as fast as half the heart rate or faster, so that the beats cannot follow it. */
    BREATHING_TOO_FAST("Breathing is too fast to be seen at this heart rate."),
    /** No pacer is running. */
    NO_PACER("No breathing pacer is running."),
    /** The pacer has not run long enough at this setting. */
    PACER_JUST_CHANGED("The breathing pacer has just changed."),
    /** Breathing does not follow the pacer. */
    NOT_FOLLOWING_PACER("Breathing and pacer seem to go different ways at the moment."),
    /** The heart follows breathing too little to be judged by it. */
    LOW_RSA("The heart follows the breath too little here to be read this way.");

    private final String sentence;

    WithheldReason(String sentence) {
        this.sentence = sentence;
    }

    /** Returns why a rhythm makes every measure of variability unreadable, null if it does not. */
    public static @Nullable WithheldReason of(Rhythm rhythm) {
        return switch (rhythm) {
            case IRREGULAR -> IRREGULAR_RHYTHM;
            case FREQUENT_ECTOPICS -> FREQUENT_ECTOPICS;
            case REGULAR, UNKNOWN -> null;
        };
    }

    /** Returns the reason as one plain sentence. */
    public String sentence() {
        return sentence;
    }
}
