package org.soothe.sensor.simulated;

/** What can be unusual about a simulated person or their sensor (physiology basis 10.1). */
public enum AddOn {
    /** 4 % of the beats on average are missed, extra, premature or misplaced, some with a single sound beat between them. */
    ARTIFACTS,
    /** The same of exactly 4 %: one of each 25 beats, three sound ones at least between two; correction is measured on it. */
    ARTIFACTS_APART,
    /** Every fiftieth packet is lost. */
    PACKET_LOSS,
    /** The strap loses the skin for 12 s in the exercise. */
    CONTACT_LOSS,
    /** A movement in the exercise, which raises heart rate for 15 s; it is marked. */
    MOVEMENT,
    /** Speech for 20 s in the exercise, with irregular breathing; it is marked. */
    SPEECH,
    /** Breathes freely although a pacer runs. */
    IGNORES_PACER,
    /** Follows the pacer in the rest and breathes freely in the exercise, although it runs. */
    LEAVES_PACER,
    /** RSA so small that the pacer cannot be seen in the beats. */
    LOW_SWING,
    /** Up to 40 bpm from peak to trough when paced. */
    HIGH_SWING,
    /** Every seventh beat is premature. */
    ECTOPIC_RICH,
    /** In the exercise breathes at about 6 per minute and deeply, the heart faster by 6 bpm: slow meditation. */
    SLOW_MEDITATION,
    /** In the exercise breathes at 6 per minute where nobody paces, with the larger swing that comes of it and nothing else. */
    SLOW_BREATH
}
