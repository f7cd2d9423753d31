package org.soothe.sensor.simulated;

/**
 * Errors of single beats, worked on beat times: a beat missed, one found where none was, one too early with a pause after
 * it, one misplaced by 60 to 120 ms (physiology basis 4.5). Not thread-safe; owned by one session.
 */
final class Mishaps {
    private static final double ARTIFACT_SHARE = 0.04;
    private static final int BLOCK_BEATS = 25;
    private static final int APART_BEATS = 3;
    private static final double ECTOPIC_SHARE = 1.0 / 7;

    private final SimulatedScript script;
    private final NormalSource random;
    private double lastS;
    private boolean justHappened;
    private int blockBeat = BLOCK_BEATS;
    private int chosenBeat;

    Mishaps(SimulatedScript script, NormalSource random) {
        this.script = script;
        this.random = random;
    }

    /** Writes what a sensor makes of one beat, none to two beat times, and returns how many. */
    int beat(double timeS, double[] foundS) {
        double rrS = timeS - lastS;
        lastS = timeS;
        foundS[0] = timeS;
        double dice = random.uniform(0, 1);
        double kind = random.uniform(0, 4);
        double size = random.uniform(0, 1);
        if (justHappened) {
            justHappened = false;
            return 1;
        }
        if (script.has(AddOn.ECTOPIC_RICH) && dice < ECTOPIC_SHARE) {
            justHappened = true;
            foundS[0] = timeS - (0.2 + 0.2 * size) * rrS;
            return 1;
        }
        if (script.has(AddOn.ARTIFACTS_APART)) {
            return chosen(dice) ? disturbed(timeS, rrS, kind, size, foundS) : 1;
        }
        if (!script.has(AddOn.ARTIFACTS) || dice >= ARTIFACT_SHARE) {
            return 1;
        }
        justHappened = true;
        return disturbed(timeS, rrS, kind, size, foundS);
    }

    /** Whether this is the beat of its block that is disturbed; the first beat of a block throws the dice. */
    private boolean chosen(double dice) {
        if (blockBeat == BLOCK_BEATS) {
            blockBeat = 0;
            chosenBeat = (int) (dice * (BLOCK_BEATS - APART_BEATS));
        }
        return blockBeat++ == chosenBeat;
    }

    private static int disturbed(double timeS, double rrS, double kind, double size, double[] foundS) {
        if (kind < 1) {
            return 0;
        }
        if (kind < 2) {
            foundS[0] = timeS - (0.3 + 0.4 * size) * rrS;
            foundS[1] = timeS;
            return 2;
        }
        foundS[0] = kind < 3
                ? timeS - (0.2 + 0.2 * size) * rrS
                : timeS + (size < 0.5 ? -1 : 1) * (0.06 + 0.06 * Math.abs(2 * size - 1));
        return 1;
    }
}
