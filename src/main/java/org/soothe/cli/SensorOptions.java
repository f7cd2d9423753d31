package org.soothe.cli;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.PmdStream;
import picocli.CommandLine.Option;

/** What a person says about sensors beside the name; most of it concerns one kind only. */
final class SensorOptions {

    /** Seed of simulated persons. */
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which of the simulated persons of a kind: the same number, the same heart (default:"
                    + " ${DEFAULT-VALUE}).")
    private long seed = 1;

    /** Which way to Bluetooth. */
    @Option(
            names = "--ble-backend",
            paramLabel = "NAME",
            defaultValue = "bluez",
            description = "Which way to Bluetooth straps: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private BleWay bleWay = BleWay.bluez;

    /** Which message bus, where it is not the system's. */
    @Option(
            names = "--ble-bus",
            paramLabel = "ADDRESS",
            hidden = true,
            description = "D-Bus address of the Bluetooth service.")
    private @Nullable String bleBus;

    /** Which waves a strap shall send. */
    @Option(
            names = "--strap-waves",
            paramLabel = "WAVE",
            split = ",",
            description =
                    "Waves to ask a Polar strap for besides heartbeats: ecg, acc or ecg,acc. They cost its battery.")
    private Set<StrapWave> strapWaves = EnumSet.noneOf(StrapWave.class);

    BleBackend.Opener bleOpener() {
        return bleWay.opener(bleBus);
    }

    Set<PmdStream> strapWaves() {
        Set<PmdStream> streams = EnumSet.noneOf(PmdStream.class);
        strapWaves.forEach(wave -> streams.add(wave == StrapWave.ecg ? PmdStream.ECG : PmdStream.ACC));
        return streams;
    }

    long seed() {
        return seed;
    }
}
