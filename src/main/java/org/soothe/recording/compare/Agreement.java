package org.soothe.recording.compare;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Snapshot;
import org.soothe.recording.file.Difference;
import org.soothe.response.ResponseState;

/** How far two readings of a session agree: counted while they run. Not thread-safe. */
public final class Agreement {
    private long snapshotCount;
    private long differingSnapshotCount;
    private long tickCount;
    private long differingTickCount;
    private long differingStateCount;
    private @Nullable Difference first;
    private @Nullable Difference firstState;
    private final Map<String, Long> ticksOfPath = new LinkedHashMap<>();
    private final Map<ResponseState, Map<ResponseState, Long>> states = new EnumMap<>(ResponseState.class);

    Agreement() {}

    void snapshot(List<Difference> differences) {
        snapshotCount++;
        if (!differences.isEmpty()) {
            differingSnapshotCount++;
            first = first == null ? differences.get(0) : first;
        }
    }

    void tick(Snapshot recorded, Snapshot other, List<Difference> differences) {
        tickCount++;
        differingTickCount += differences.isEmpty() ? 0 : 1;
        differences.forEach(difference -> ticksOfPath.merge(difference.path(), 1L, Long::sum));
        ResponseState one = recorded.response().state();
        ResponseState two = other.response().state();
        states.computeIfAbsent(one, state -> new EnumMap<>(ResponseState.class)).merge(two, 1L, Long::sum);
        if (one != two) {
            differingStateCount++;
            firstState = firstState == null
                    ? new Difference(recorded.tickNs(), "response.state", one.name(), two.name())
                    : firstState;
        }
    }

    /** Returns how many snapshots were compared, one after each event. */
    public long snapshotCount() {
        return snapshotCount;
    }

    /** Returns in how many of them at least one bit differs. */
    public long differingSnapshotCount() {
        return differingSnapshotCount;
    }

    /** Returns how many ticks were compared. */
    public long tickCount() {
        return tickCount;
    }

    /** Returns at how many of them at least one bit differs. */
    public long differingTickCount() {
        return differingTickCount;
    }

    /** Returns at how many ticks the state of the response differs. */
    public long differingStateCount() {
        return differingStateCount;
    }

    /** Returns the first value of all that differs, null if none does. */
    public @Nullable Difference first() {
        return first;
    }

    /** Returns where the state of the response differs first, null if it never does. */
    public @Nullable Difference firstState() {
        return firstState;
    }

    /** Returns at how many ticks each value differs, in the order in which they first did. */
    public Map<String, Long> ticksOfPath() {
        return Collections.unmodifiableMap(ticksOfPath);
    }

    /** Returns at how many ticks the first reading showed one state and the second another, or the same. */
    public long tickCount(ResponseState recorded, ResponseState other) {
        return states.getOrDefault(recorded, Map.of()).getOrDefault(other, 0L);
    }
}
