package org.soothe.sensor.simulated;

/** When movement, speech and loss of contact happen in one session: within the exercise, a minute from its ends. Immutable. */
final class Incidents {
    static final double MOVEMENT_S = 15;
    static final double SPEECH_S = 20;
    static final double CONTACT_S = 12;
    private static final double MOVEMENT_BPM = 12;

    private final SimulatedScript script;
    final double movementFromS;
    final double speechFromS;
    final double contactFromS;

    Incidents(SimulatedScript script, NormalSource random) {
        this.script = script;
        double from = script.referenceS() + 60.0;
        double to = Math.max(from, script.exerciseEndS() - 60.0);
        movementFromS = random.uniform(from, to);
        speechFromS = random.uniform(from, to);
        contactFromS = random.uniform(from, to);
    }

    double movementBpm(double timeS) {
        boolean moves = script.has(AddOn.MOVEMENT) && timeS >= movementFromS && timeS < movementFromS + MOVEMENT_S;
        return moves ? MOVEMENT_BPM : 0;
    }

    boolean speaks(double timeS) {
        return script.has(AddOn.SPEECH) && timeS >= speechFromS && timeS < speechFromS + SPEECH_S;
    }

    boolean contactLost(double timeS) {
        return script.has(AddOn.CONTACT_LOSS) && timeS >= contactFromS && timeS < contactFromS + CONTACT_S;
    }
}
