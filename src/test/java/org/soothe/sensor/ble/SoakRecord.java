package org.soothe.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.sensor.EventQueue;

/** What came out of a long run, kept small: the number in each packet, and whether a gap was told before it. */
final class SoakRecord {

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Boolean> gapBefore = new ArrayList<>();
    private final List<Integer> ecgFrames = new ArrayList<>();
    private final List<Integer> accFrames = new ArrayList<>();
    private long lastNs = Long.MIN_VALUE;
    private boolean gap;
    private int lost;
    private int identities;
    private int failed;
    private int backwards;

    /** Takes events until the queue has none for a time. */
    void take(EventQueue queue, long patienceNs) throws InterruptedException {
        for (Event event = queue.poll(patienceNs); event != null; event = queue.poll(patienceNs)) {
            backwards += event.timeNs() < lastNs ? 1 : 0;
            lastNs = event.timeNs();
            if (event instanceof SensorStatus status) {
                gap |= !status.state().keepsSegment();
                lost += status.state() == SensorState.LOST ? 1 : 0;
                failed += status.state() == SensorState.FAILED ? 1 : 0;
            } else if (event instanceof SensorIdentity) {
                identities++;
            } else if (event instanceof Waveform wave) {
                if (wave.kind() == WaveformKind.ECG_MICROVOLT) {
                    ecgFrames.add(wave.samples().get(0));
                } else if (wave.kind() == WaveformKind.ACCELERATION_Z_MILLI_G) {
                    accFrames.add(wave.samples().get(0));
                }
            } else if (event instanceof RrPacket packet) {
                for (int i = 0; i < packet.rr().size(); i++) {
                    numbers.add((int) packet.rr().raw(i));
                    gapBefore.add(gap);
                    gap = false;
                }
            }
        }
    }

    List<Integer> numbers() {
        return numbers;
    }

    /** Returns the first sample of each block of an electrocardiogram. */
    List<Integer> ecgFrames() {
        return ecgFrames;
    }

    /** Returns the first sample of each block of acceleration along z. */
    List<Integer> accFrames() {
        return accFrames;
    }

    /** Returns the numbers before which a gap was told. */
    List<Integer> gaps() {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (gapBefore.get(i)) {
                gaps.add(numbers.get(i));
            }
        }
        return gaps;
    }

    int lost() {
        return lost;
    }

    int identities() {
        return identities;
    }

    int failed() {
        return failed;
    }

    int backwards() {
        return backwards;
    }
}
