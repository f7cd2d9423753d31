package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleSpreadTest {

    private static final int BLOCK = 73;

    @Test
    void samplesAreSpreadBetweenTheTimesOfBlocksWhateverTheNominalRate() {
        SampleSpread spread = new SampleSpread(130);
        double trueStepNs = 1e9 / 128.4;
        for (int block = 1; block <= 20; block++) {
            spread.update(Math.round(trueStepNs * (BLOCK * block - 1)), BLOCK);
        }
        assertThat(spread.rateHz()).isCloseTo(128.4, within(1e-5));
        assertThat(spread.firstSampleNs(BLOCK)).isCloseTo(Math.round(trueStepNs * BLOCK * 19), within(2L));
    }

    @Test
    void aMissingBlockAndAClockThatWasSetLeaveTheRateAsItWas() {
        SampleSpread spread = new SampleSpread(130);
        double trueStepNs = 1e9 / 129.0;
        spread.update(Math.round(trueStepNs * BLOCK), BLOCK);
        spread.update(Math.round(trueStepNs * BLOCK * 2), BLOCK);
        spread.update(Math.round(trueStepNs * BLOCK * 4), BLOCK);
        assertThat(spread.rateHz()).isCloseTo(129.0, within(1e-5));
        spread.update(5, BLOCK);
        assertThat(spread.rateHz()).isCloseTo(129.0, within(1e-5));
    }
}
