package org.soothe.sensor.simulated;

/**
 * Beats of one simulated person, one after the other, without end (physiology basis 10.1).
 *
 * <pre>RR(t) = 60000/HR(t) + A(t) cos phi + 0.12 A(t) cos(2 phi + 1) + wave(t) + beat noise, ms</pre>
 *
 * <p>The smooth part lies on a 4-Hz grid and is read by linear interpolation at the beat; beats step by t += RR/1000. Every
 * part draws from a source of its own, so that the same seed with another response is the same person on the same day.
 *
 * <p>Not thread-safe; owned by the session that made it.
 */
final class SimulatedHeart {
    private static final double GRID_HZ = 4;
    private static final double STEP_S = 1 / GRID_HZ;
    private static final double TURN_RAD = 2 * StrictMath.PI;
    private static final double SECOND_HARMONIC_RATIO = 0.12;
    private static final int STUDENT_DEGREES = 3;
    private static final int WAVE_WARM_UP = 400;
    private static final double RR_MIN_MS = 320;
    private static final double RR_MAX_MS = 1900;
    private static final double MEDITATION_BPM = 6;
    private static final double MEDITATION_SWING_MS = 80;
    private static final double MEDITATION_HZ = 0.1;

    private final SimulatedScript script;
    private final Incidents incidents;
    private final SimulatedPerson person;
    private final ResponseKind.Response response;
    private final World world;
    private final Drift drift;
    private final BreathRhythm breath;
    private final NormalSource waveNoise;
    private final NormalSource beatNoise;
    private final double waveA1;
    private final double waveA2;
    private final double waveStepMs;
    private double wave1Ms;
    private double wave2Ms;

    private long gridIndex;
    private double gridMs;
    private double nextGridMs;
    private double timeS;

    /** A heart that plays one script under one world; the source fixes person, drift and noise. */
    SimulatedHeart(World world, SimulatedScript script, Incidents incidents, NormalSource root) {
        this.world = world;
        this.script = script;
        this.incidents = incidents;
        person = SimulatedPerson.draw(root.split(), script);
        response = script.kind().draw(root.split(), world);
        drift = new Drift(person, world, root.split(), STEP_S);
        breath = new BreathRhythm(person.breathPerMin(), root.split());
        waveNoise = root.split();
        beatNoise = root.split();
        double radius = StrictMath.exp(-TURN_RAD * world.waveHalfWidthHz() * STEP_S);
        waveA1 = 2 * radius * StrictMath.cos(TURN_RAD * world.waveHz() * STEP_S);
        waveA2 = -radius * radius;
        double unitVariance = (1 - waveA2) / ((1 + waveA2) * ((1 - waveA2) * (1 - waveA2) - waveA1 * waveA1));
        waveStepMs = person.waveSdMs() / StrictMath.sqrt(unitVariance);
        for (int i = 0; i < WAVE_WARM_UP; i++) {
            stepWave();
        }
        followPacer();
        gridMs = smoothMs();
        advanceGrid();
    }

    /** Goes to the next beat and returns its time since the start, seconds. */
    double nextBeatS() {
        while (timeS >= gridIndex * STEP_S) {
            gridMs = nextGridMs;
            advanceGrid();
        }
        double share = timeS * GRID_HZ - (gridIndex - 1);
        double noise = switch (world.beatNoise()) {
            case GAUSSIAN -> beatNoise.normal();
            case STUDENT_T -> beatNoise.studentT(STUDENT_DEGREES);
            case LAPLACE -> beatNoise.laplace();
        };
        double rrMs = gridMs + share * (nextGridMs - gridMs) + person.beatNoiseSdMs() * noise;
        timeS += Math.min(RR_MAX_MS, Math.max(RR_MIN_MS, rrMs)) / 1000;
        return timeS;
    }

    private void advanceGrid() {
        gridIndex++;
        drift.step();
        stepWave();
        if (!followPacer()) {
            breath.stepFree(STEP_S, incidents.speaks(gridTimeS()));
        }
        nextGridMs = smoothMs();
    }

    private boolean followPacer() {
        boolean follows = script.followsPacer(gridTimeS()) && !incidents.speaks(gridTimeS());
        if (follows) {
            breath.follow(TURN_RAD * SimulatedScript.PACE_PER_MIN / 60 * gridTimeS());
        } else if (script.meditates(gridTimeS()) || script.breathesSlowly(gridTimeS())) {
            breath.follow(TURN_RAD * MEDITATION_HZ * gridTimeS());
            return true;
        }
        return follows;
    }

    private void stepWave() {
        double value = waveA1 * wave1Ms + waveA2 * wave2Ms + waveStepMs * waveNoise.normal();
        wave2Ms = wave1Ms;
        wave1Ms = value;
    }

    private double gridTimeS() {
        return gridIndex * STEP_S;
    }

    private double smoothMs() {
        double now = gridTimeS();
        boolean follows = script.followsPacer(now);
        double share = now < script.exerciseEndS() ? response.share(now - script.referenceS()) : 0;
        double heartRateBpm = person.heartRateBpm()
                + drift.heartRateBpm()
                + share * response.heartRateBpm()
                + incidents.movementBpm(now)
                + (script.meditates(now) ? MEDITATION_BPM : 0);
        double swingMs = (script.meditates(now) ? MEDITATION_SWING_MS : person.swingMs())
                * (follows || script.breathesSlowly(now) ? person.pacedGainRatio() : 1)
                * StrictMath.exp(drift.lnSwing() + share * response.lnSwing());
        double phase = breath.phaseRad();
        return 60_000 / heartRateBpm
                + swingMs * StrictMath.cos(phase)
                + SECOND_HARMONIC_RATIO * swingMs * StrictMath.cos(2 * phase + 1)
                + (follows ? SimulatedPerson.PACED_WAVE_RATIO : 1) * wave1Ms;
    }

    ResponseKind.Response response() {
        return response;
    }
}
