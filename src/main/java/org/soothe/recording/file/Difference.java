package org.soothe.recording.file;

/**
 * A value of a snapshot that a replay computes otherwise than it was recorded. Immutable.
 *
 * @param timeNs time of the snapshot
 * @param path which value
 * @param recorded what the file says
 * @param computed what the replay says
 */
public record Difference(long timeNs, String path, String recorded, String computed) {}
