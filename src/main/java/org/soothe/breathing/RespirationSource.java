package org.soothe.breathing;

/** What a respiration channel is read from. */
public enum RespirationSource {
    /** There is none. */
    NONE,
    /** The chest wall tilts a sensor with every breath. */
    CHEST_ACCELERATION,
    /** The height of the ECG's complexes swings with every breath. */
    ECG_SIZE
}
