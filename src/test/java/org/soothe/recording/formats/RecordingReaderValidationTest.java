package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soothe.testing.ReferenceValues;

/** The intervals read are those that others found in the same files. */
class RecordingReaderValidationTest {
    private static final ReferenceValues REFERENCE = ReferenceValues.load();

    static Set<String> recordings() {
        return REFERENCE.names("recordings");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void countMeanAndSuccessiveDifferencesOfTheIntervalsReadAreThoseOfTheReference(String id) throws Exception {
        double[] rawMs = TestData.rawMs(id);
        String segments = "recordings/" + id + "/segments";
        for (String name : REFERENCE.names(segments)) {
            String segment = segments + "/" + name;
            int from = (int) REFERENCE.number(segment + "/from_index");
            int to = (int) REFERENCE.number(segment + "/to_index_exclusive");
            assertThat(rawMs.length).as(name).isGreaterThanOrEqualTo(to);
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                sum += rawMs[i];
                double step = i == from ? 0 : rawMs[i] - rawMs[i - 1];
                squares += step * step;
            }
            double mean = REFERENCE.number(segment + "/canon/mean_rr");
            double rmssd = REFERENCE.number(segment + "/canon/rmssd");
            assertThat(sum / (to - from)).as(name + " mean").isCloseTo(mean, within(1e-9 * mean));
            assertThat(Math.sqrt(squares / (to - from - 1))).as(name + " rmssd").isCloseTo(rmssd, within(1e-9 * rmssd));
        }
        assertThat(rawMs.length).isEqualTo((int) REFERENCE.number(segments + "/all/to_index_exclusive"));
    }
}
