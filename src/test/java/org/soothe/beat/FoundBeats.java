package org.soothe.beat;

import java.util.ArrayList;
import java.util.List;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.testing.Waves;

/** Beats that a finder found, as they came. */
final class FoundBeats implements WaveBeatSink {

    final List<Double> timeS = new ArrayList<>();
    final List<Double> size = new ArrayList<>();
    final List<Boolean> startsSegment = new ArrayList<>();
    final List<Boolean> good = new ArrayList<>();

    @Override
    public void found(long timeNs, double beatSize, boolean starts, boolean isGood) {
        timeS.add(timeNs / 1e9);
        size.add(beatSize);
        startsSegment.add(starts);
        good.add(isGood);
    }

    double[] timesS() {
        return timeS.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int segmentCount() {
        return (int) startsSegment.stream().filter(starts -> starts).count();
    }

    /** Returns the beats found in a whole ECG, given in blocks of about half a second. */
    static FoundBeats inEcg(double rateHz, int... microvolt) {
        return inEcg(Waves.blocks(WaveformKind.ECG_MICROVOLT, rateHz, microvolt, (int) Math.round(0.56 * rateHz)));
    }

    static FoundBeats inEcg(List<Waveform> blocks) {
        FoundBeats found = new FoundBeats();
        EcgBeatFinder finder = new EcgBeatFinder();
        blocks.forEach(block -> finder.block(block, found));
        return found;
    }
}
