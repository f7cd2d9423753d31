package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GattUuidTest {

    @Test
    void assignedNumbersStandInTheBaseUuidOfBluetooth() {
        assertThat(GattUuid.HEART_RATE_MEASUREMENT).hasToString("00002a37-0000-1000-8000-00805f9b34fb");
        assertThat(GattUuid.BATTERY_SERVICE).hasToString("0000180f-0000-1000-8000-00805f9b34fb");
    }

    @Test
    void polarsOwnAreAsItsSpecificationWritesThem() {
        assertThat(GattUuid.PMD_SERVICE).hasToString("fb005c80-02e7-f387-1cad-8acd2d8df0c8");
        assertThat(GattUuid.PMD_CONTROL_POINT).hasToString("fb005c81-02e7-f387-1cad-8acd2d8df0c8");
        assertThat(GattUuid.PMD_DATA).hasToString("fb005c82-02e7-f387-1cad-8acd2d8df0c8");
    }
}
