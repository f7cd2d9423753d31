package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.soothe.testing.ReferenceRecordings;

/**
 * The bits of our own results, frozen: another JDK or processor must give the same. A new number here is a changed method
 * and needs an entry under "Changed results" in the changelog.
 */
class SameBitsRegressionTest {

    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void theFinalResultsOfARestAreFrozen() {
        HrvSummary rest = new HrvAnalysis().raw(ReferenceRecordings.rrMs("polar-rest"));

        assertThat(rest.time().rmssdMs()).hasToString("55.13744203126742");
        assertThat(rest.time().lnRmssd()).hasToString("4.009829014081921");
        assertThat(rest.spectrum().lfMs2()).hasToString("817.9887464617727");
        assertThat(rest.spectrum().hfMs2()).hasToString("926.0851708433078");
        assertThat(rest.breathing().breathingRatePerMin()).hasToString("16.241078887191303");
        assertThat(rest.breathing().lnRsaPower()).hasToString("6.6860665877428875");
    }

    @Test
    void theLiveResultsOfARestAreFrozen() {
        NnArray nn = NnArray.ofMs(ReferenceRecordings.rrMs("polar-rest"));
        LiveHrv live = new LiveHrv();
        double[] values = new double[8 * 190];
        int at = 0;
        for (int tick = 1; tick <= 190; tick++) {
            live.tick(nn, 5L * tick * SECOND_NS);
            live.rsaBand(live.breathingRatePerMin().orNaN());
            values[at++] = live.heartRateBpm().orNaN();
            values[at++] = live.lnRmssd().orNaN();
            values[at++] = live.lfMs2().orNaN();
            values[at++] = live.lnHf().orNaN();
            values[at++] = live.breathingRatePerMin().orNaN();
            values[at++] = live.smoothnessRatio().orNaN();
            values[at++] = live.coherenceRatio().orNaN();
            values[at++] = live.lnRsaPower().orNaN();
        }
        assertThat(Arrays.hashCode(values)).isEqualTo(-1030989528);
    }
}
