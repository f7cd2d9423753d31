package org.soothe.sensor.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soothe.event.BeatSource;

class BodyLocationTest {

    @ParameterizedTest
    @CsvSource({
        "0, OTHER, STRAP",
        "1, CHEST, STRAP",
        "2, WRIST, PULSE",
        "3, FINGER, PULSE",
        "4, HAND, PULSE",
        "5, EAR_LOBE, PULSE",
        "6, FOOT, PULSE",
        "7, UNKNOWN, STRAP",
        "-1, UNKNOWN, STRAP"
    })
    void aByteNamesThePlaceAndThePlaceTellsHrvFromPrv(byte value, BodyLocation location, BeatSource source) {
        assertThat(BodyLocation.decode(new byte[] {value})).isEqualTo(location);
        assertThat(location.source()).isEqualTo(source);
    }

    @Test
    void anyOtherNumberOfBytesSaysNothing() {
        assertThat(BodyLocation.decode(new byte[0])).isEqualTo(BodyLocation.UNKNOWN);
        assertThat(BodyLocation.decode(new byte[] {1, 1})).isEqualTo(BodyLocation.UNKNOWN);
    }
}
