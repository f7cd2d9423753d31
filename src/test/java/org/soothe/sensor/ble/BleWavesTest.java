package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.event.RrPacket;
import org.soothe.event.Samples;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.sensor.ble.rig.StrapPmd;
import org.soothe.time.SessionClock;

/** Electrocardiogram and acceleration of a strap on a pretend daemon on a real message bus. */
@Timeout(120)
class BleWavesTest {

    private static final BleTiming QUICK = new BleTiming(2_000, 50, 60_000, 10, 100, 60_000, 60_000, 5_000);
    private static final long STRAP_NS = 599_616_000_000_000_000L;
    private static final long FRAME_NS = 30_000_000;

    private LightRig rig;
    private BleSensor sensor;
    private final EventQueue queue = new EventQueue(10_000);
    private final HeardEvents heard = new HeardEvents(queue);

    @BeforeEach
    void startRig() throws Exception {
        rig = new LightRig();
        sensor = new BleSensor(
                rig.opener(), BleTarget.any(), EnumSet.allOf(PmdStream.class), SessionClock.start(), QUICK);
    }

    @AfterEach
    void stopRig() throws Exception {
        sensor.close();
        rig.close();
    }

    private StrapPmd pmd() throws InterruptedException {
        HeardEvents.until(() -> rig.bluez().strap() != null);
        return Objects.requireNonNull(rig.bluez().strap()).pmd();
    }

    private SensorStatus words(String part) throws InterruptedException {
        return heard.next(SensorStatus.class, status -> status.reason().contains(part));
    }

    @Test
    void streamsAreNegotiatedStartedAndBecomeWavesWithTheirOwnTimes() throws Exception {
        sensor.open(queue);
        StrapPmd pmd = pmd();
        HeardEvents.until(() -> pmd.running().size() == 2);
        assertThat(pmd.commands()).containsExactly("1 0", "2 0", "1 2", "2 2");
        for (int frame = 1; frame <= 3; frame++) {
            assertThat(rig.bluez().sendFrame(StrapPmd.ecgFrame(STRAP_NS + frame * FRAME_NS, 1, -2, 3, 1200)))
                    .isTrue();
        }
        assertThat(rig.bluez().sendFrame(StrapPmd.accFrame(STRAP_NS + 3 * FRAME_NS, 1, 2, 1000, -1, -2, 998)))
                .isTrue();
        Waveform z = heard.next(Waveform.class, wave -> wave.kind() == WaveformKind.ACCELERATION_Z_MILLI_G);
        assertThat(z.samples()).isEqualTo(Samples.of(1000, 998));
        assertThat(z.sampleRateHz()).isCloseTo(50, within(1e-6));
        List<Waveform> ecg = heard.all(Waveform.class).stream()
                .filter(wave -> wave.kind() == WaveformKind.ECG_MICROVOLT)
                .toList();
        assertThat(ecg).hasSize(3).allMatch(wave -> wave.samples().equals(Samples.of(1, -2, 3, 1200)));
        // Four samples in 30 ms are 133 a second: within 5 % of 130, so the strap's clock is believed.
        assertThat(ecg.get(2).sampleRateHz()).isCloseTo(4e9 / FRAME_NS, within(1e-6));
        assertThat(ecg).allMatch(wave -> wave.firstSampleNs() <= wave.timeNs());
        assertThat(heard.all(Waveform.class)).hasSize(6);
    }

    @Test
    void aBlockThatCannotBeReadIsLeftOutAndExplainedOnce() throws Exception {
        sensor.open(queue);
        StrapPmd pmd = pmd();
        HeardEvents.until(() -> pmd.running().size() == 2);
        byte[] compressed = StrapPmd.ecgFrame(STRAP_NS, 1);
        compressed[9] = (byte) 0x80;
        assertThat(rig.bluez().sendFrame(compressed)).isTrue();
        assertThat(rig.bluez().sendFrame(compressed)).isTrue();
        words("A block of samples cannot be read (compressed)");
        assertThat(rig.bluez().sendFrame(StrapPmd.ecgFrame(STRAP_NS, 7))).isTrue();
        heard.next(Waveform.class, any -> true);
        assertThat(heard.all(SensorStatus.class).stream()
                        .filter(status -> status.reason().contains("A block")))
                .hasSize(1);
    }

    @Test
    void aStrapThatRefusesSaysWhyAndHeartbeatsGoOn() throws Exception {
        rig.bluez().refusePmdStarts(10);
        sensor.open(queue);
        assertThat(words("No electrocardiogram").reason()).contains("ATT MTU", "Heartbeats are not affected");
        words("No acceleration");
        assertThat(rig.bluez().send(StrapBytes.measurement(60, 1024))).isTrue();
        heard.next(RrPacket.class, any -> true);
    }

    @Test
    void theStrapMayStopAStreamByItself() throws Exception {
        sensor.open(queue);
        StrapPmd pmd = pmd();
        HeardEvents.until(() -> pmd.running().size() == 2);
        pmd.stopByItself(StrapPmd.ECG);
        words("stopped its electrocardiogram by itself");
    }

    @Test
    void streamsAreStoppedBeforeTheStrapIsLetGo() throws Exception {
        sensor.open(queue);
        StrapPmd pmd = pmd();
        HeardEvents.until(() -> pmd.running().size() == 2);
        sensor.close();
        assertThat(pmd.commands()).endsWith("3 0", "3 2");
        assertThat(rig.bluez().strap()).isNull();
    }
}
