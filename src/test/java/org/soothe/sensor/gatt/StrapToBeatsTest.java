package org.soothe.sensor.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.BeatClass;
import org.soothe.artifact.LiveBeats;
import org.soothe.beat.BeatClock;
import org.soothe.beat.BeatSink;

/** What the stages make of the packets of golden case G2, each in the midst of a quiet heart. */
class StrapToBeatsTest {

    /** 800 ms, contact felt. */
    private static final String QUIET = "16 4B 33 03";

    private static final long QUIET_NS = 799_804_688L;

    private static final int LEAD_IN = 30;

    private record Placed(double rrMs, boolean startsSegment) {}

    /** Hears what the beat clock places, and passes it on. */
    private static final class Heart implements BeatSink {

        private final BeatClock clock = new BeatClock();
        private final LiveBeats judged = new LiveBeats();
        private final List<Placed> placed = new ArrayList<>();
        private long arrivalNs;

        void packet(String hex, long afterNs) {
            arrivalNs += afterNs;
            HeartRateNotification notification =
                    HeartRateMeasurement.decode(HexFormat.ofDelimiter(" ").parseHex(hex));
            assertThat(notification).isInstanceOf(HeartRateMeasurement.class);
            clock.packet(((HeartRateMeasurement) notification).toRrPacket(arrivalNs), this);
        }

        void quiet(int packets) {
            for (int i = 0; i < packets; i++) {
                packet(QUIET, QUIET_NS);
            }
        }

        @Override
        public void beat(long timeNs, double rrMs, boolean startsSegment) {
            placed.add(new Placed(rrMs, startsSegment));
            judged.beat(timeNs, rrMs, startsSegment);
        }

        @Override
        public void gapFound(int beatCount, long shiftNs) {
            judged.gapFound(beatCount, shiftNs);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "16 48 55 03 5A 03, 833.0078125 837.890625",
        "10 3C 00 04, 1000",
        "1E 46 0A 00 70 03 66 03, 859.375 849.609375",
        "1F 50 00 34 12 00 03 10 03, 750 765.625"
    })
    void theIntervalsOfAGoodPacketFollowTheOnesBeforeItAndEachOther(String hex, String rrMs) {
        Heart heart = new Heart();
        heart.quiet(LEAD_IN);
        heart.packet(hex, 2_000_000_000L);
        List<Placed> expected = new ArrayList<>();
        for (String each : rrMs.split(" ", -1)) {
            expected.add(new Placed(Double.parseDouble(each), false));
        }
        assertThat(heart.placed.subList(LEAD_IN, heart.placed.size())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "after {0} beats")
    @ValueSource(ints = {10, 30})
    void twoHundredMillisecondsFailTheRangeGate(int leadIn) {
        Heart heart = new Heart();
        heart.quiet(leadIn);
        heart.packet("11 2C 01 CD 00", 200_195_313L);
        assertThat(heart.judged.provisionalRrMs()).isNaN();
        heart.quiet(10);
        assertThat(heart.judged.beatClass(leadIn)).isEqualTo(BeatClass.RANGE);
        assertThat(heart.judged.rrMs(leadIn)).as("the raw value is kept").isEqualTo(200.1953125);
        for (int i = 0; i < heart.judged.nn().size(); i++) {
            assertThat(heart.judged.nn().nnMs(i)).as("accepted").isGreaterThan(300);
        }
    }

    @Test
    void lostContactEndsTheSegmentAndItsIntervalIsNotUsed() {
        Heart heart = new Heart();
        heart.quiet(LEAD_IN);
        heart.packet("14 50 00 03", QUIET_NS);
        assertThat(heart.placed).hasSize(LEAD_IN);
        heart.quiet(1);
        assertThat(heart.placed).hasSize(LEAD_IN + 1);
        assertThat(heart.placed.get(LEAD_IN).startsSegment()).isTrue();
    }

    @Test
    void aPacketWithoutIntervalsBreaksNothing() {
        Heart heart = new Heart();
        heart.quiet(LEAD_IN);
        heart.packet("06 41", 100_000_000L);
        heart.packet(QUIET, QUIET_NS - 100_000_000L);
        assertThat(heart.placed).hasSize(LEAD_IN + 1);
        assertThat(heart.placed.get(LEAD_IN).startsSegment()).isFalse();
    }
}
