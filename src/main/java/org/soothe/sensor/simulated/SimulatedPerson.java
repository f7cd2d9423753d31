package org.soothe.sensor.simulated;

/**
 * Immutable. The traits of one simulated person (physiology 10.1).
 *
 * @param heartRateBpm resting heart rate
 * @param swingMs RSA amplitude in free breathing, half peak to trough
 * @param pacedGainRatio factor on the amplitude when breathing follows a slow pacer
 * @param waveSdMs standard deviation of the 0.1-Hz wave in free breathing
 * @param breathPerMin free breathing rate
 * @param beatNoiseSdMs white noise of single beats
 * @param heartRateOuSdBpm fast drift of heart rate
 * @param lnSwingOuSd fast drift of ln amplitude
 * @param driftTauNs time constant of the fast drift
 * @param heartRateWalkSdBpm slow drift of heart rate per 300 s
 * @param lnSwingWalkSd slow drift of ln amplitude per 300 s
 */
public record SimulatedPerson(
        double heartRateBpm,
        double swingMs,
        double pacedGainRatio,
        double waveSdMs,
        double breathPerMin,
        double beatNoiseSdMs,
        double heartRateOuSdBpm,
        double lnSwingOuSd,
        long driftTauNs,
        double heartRateWalkSdBpm,
        double lnSwingWalkSd) {

    /** Amplitude of the wave under slow paced breathing, against free breathing (physiology 10.1). */
    static final double PACED_WAVE_RATIO = 0.45;

    static SimulatedPerson draw(NormalSource random, SimulatedScript script) {
        double heartRateBpm = random.normalWithin(70, 8, 50, 95);
        double usualSwingMs = random.logNormal(28, 0.5);
        double lowMs = random.uniform(1.0, 2.5);
        double highMs = random.uniform(70, 95);
        double swingMs = script.has(AddOn.LOW_SWING) ? lowMs : script.has(AddOn.HIGH_SWING) ? highMs : usualSwingMs;
        return new SimulatedPerson(
                heartRateBpm,
                swingMs,
                random.logNormal(1.9, 0.2),
                random.logNormal(22, 0.35),
                random.normalWithin(14, 2.5, 9, 20),
                random.uniform(2, 5),
                random.uniform(1.0, 2.2),
                random.uniform(0.10, 0.20),
                Math.round(random.uniform(40, 120) * 1e9),
                random.uniform(1.0, 2.4),
                random.uniform(0.07, 0.17));
    }
}
