package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The traces of a response in the innovations, against running the filter on beats with the response taken away. */
class OnsetBankTest {
    private static final double ONSET_S = 5;
    private static final double RISE_S = 30;
    private static final int READINGS = 14;
    private static final double EARLY_ONSETS = 4;

    /** Mean and spread of the fall of ln swing that {@link ResponseSizes#SWING_ONLY} expects. */
    private static final double MEAN = -1;

    private static final double SD = 0.4;

    @Test
    @DisplayName(
            "the ratio of a change of swing is the likelihood with the change taken away over that without, over all sizes")
    void isTheLikelihoodRatio() {
        OnsetBank bank = new OnsetBank();
        double without = logLikelihood(0, bank);

        double step = 0.01;
        double integral = 0;
        for (double z = -8; z <= 8; z += step) {
            double ratio = Math.exp(logLikelihood(MEAN + SD * z, null) - without);
            integral += step * ratio * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }

        double expected = ResponseSizes.SWING_ONLY.earlyRatio() * integral / EARLY_ONSETS;
        assertThat(bank.ratio(ResponseSizes.SWING_ONLY)).isCloseTo(expected, within(1e-6 * expected));
    }

    /** Of readings of the envelope, one a second, in which ln swing falls by 0.6, if a change from 5 s on is taken away. */
    private static double logLikelihood(double change, @Nullable OnsetBank bank) {
        BeatModel model = new BeatModel();
        model.setFree(30);
        BeatKalman filter = new BeatKalman();
        filter.start(model, DriftLaw.ALL.get(DriftLaw.USUAL), 70);
        BeatStep second = new BeatStep();
        second.set(model, 1);
        for (int i = 1; i <= READINGS; i++) {
            double share = Math.max(0, (i - ONSET_S) / RISE_S);
            double reading = -0.6 * share + 0.03 * Math.cos(2.1 * i);
            filter.predict(second);
            if (bank != null) {
                bank.predict(second, i);
            }
            filter.updateEnvelope(reading - change * share);
            if (bank != null) {
                bank.update(filter, i);
            }
        }
        return filter.logLikelihood();
    }
}
