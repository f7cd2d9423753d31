package org.soothe.recording.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.TimePassed;
import org.soothe.recording.vault.KeyRing;

/** From any moment on a kept engine says the same as one that heard everything, bit for bit. */
class SessionPlayerTest {
    private static final long MINUTE_NS = 60 * Made.SECOND_NS;

    @TempDir
    private static Path folder;

    private static final List<Event> EVENTS = threeInARow();
    private static Path recorded;

    @BeforeAll
    static void record() throws Exception {
        recorded = Made.record(folder.resolve("long.soothe"), EVENTS, null);
    }

    /** Half an hour: three sessions, one after the other; a state is kept every five minutes. */
    private static List<Event> threeInARow() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long shiftNs = i * 10L * MINUTE_NS;
            Made.events(40 + i).forEach(event -> events.add(event.at(event.timeNs() + shiftNs)));
        }
        return events;
    }

    @Test
    void statesAreKeptAndReadBack() throws Exception {
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none())) {
            List<Place> places = file.places();
            assertThat(places).hasSizeBetween(5, 7);
            for (Place place : places.subList(0, places.size() - 1)) {
                Found.Block block = file.block(place.checkpointAtByteCount(), BlockType.CHECKPOINT);
                assertThat(block).isNotNull();
                assertThat(EngineState.restore(block.plain())).isNotNull();
            }
        }
    }

    @Test
    void aKeptEngineSaysTheSameAsOneThatHeardEverything() throws Exception {
        FlatRecord flat = new FlatRecord();
        FlatRecord flatToo = new FlatRecord();
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none())) {
            for (int minute : new int[] {11, 29}) {
                SessionPlayer.Moment kept = new SessionPlayer(file).at(minute * MINUTE_NS);
                SessionPlayer.Moment recomputed = new SessionPlayer(file, false).at(minute * MINUTE_NS);
                Event event = null;
                do {
                    assertThat(flat.of(kept.engine().snapshot()))
                            .isEqualTo(flatToo.of(recomputed.engine().snapshot()));
                    event = kept.step();
                    assertThat(recomputed.step()).isEqualTo(event);
                } while (event != null);
            }
        }
    }

    @Test
    void placesAreFoundWhereTheSessionEndedEarly() throws Exception {
        List<Place> all;
        long endsAt;
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none())) {
            all = file.places();
            endsAt = all.get(all.size() - 2).checkpointAtByteCount();
        }
        byte[] bytes = Files.readAllBytes(recorded);
        Path cut = Files.write(folder.resolve("cut.soothe"), Arrays.copyOf(bytes, (int) endsAt + 20));
        try (SessionFile file = SessionFile.open(cut, KeyRing.none())) {
            assertThat(file.places()).isEqualTo(all.subList(0, all.size() - 2));
        }
    }

    @Test
    void aDamagedIndexCostsItsOwnPlaceOnly() throws Exception {
        byte[] bytes = Files.readAllBytes(recorded);
        List<Place> all;
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none())) {
            all = new ArrayList<>(file.places());
        }
        Place broken = all.remove(2);
        bytes[(int) broken.atByteCount() - 1] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.soothe"), bytes);
        try (SessionFile file = SessionFile.open(damaged, KeyRing.none())) {
            assertThat(file.places()).isEqualTo(all);
        }
    }

    @Test
    void manyEventsMakePlacesCloserTogether() throws Exception {
        List<Event> many = new ArrayList<>();
        for (int i = 1; i <= 13_000; i++) {
            many.add(new TimePassed(i * Made.SECOND_NS / 1000));
        }
        Path file = Made.record(folder.resolve("many.soothe"), many, null);
        try (SessionFile open = SessionFile.open(file, KeyRing.none())) {
            assertThat(open.places()).hasSize(3);
            assertThat(open.places().get(0).eventCount()).isEqualTo(6000);
        }
    }

    @Test
    void aPhaseIsFoundByItsName() throws Exception {
        PhaseStart first = EVENTS.stream()
                .filter(PhaseStart.class::isInstance)
                .map(PhaseStart.class::cast)
                .filter(start -> start.phase() == Phase.RECOVERY)
                .findFirst()
                .orElseThrow();
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none())) {
            SessionPlayer player = new SessionPlayer(file);
            assertThat(player.phaseStartNs("RECOVERY")).isEqualTo(first.timeNs());
            assertThat(player.phaseStartNs("LETTER_WRITING")).isEqualTo(-1);
        }
    }

    @Test
    void theStateOfAnotherBuildIsNotUsed() throws Exception {
        byte[] state = EngineState.save(new Engine());
        assertThat(state).isNotNull();
        byte[] other = state.clone();
        int at = new String(state, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(MethodBuild.here());
        other[at] = (byte) (other[at] == '0' ? '1' : '0');
        assertThat(EngineState.restore(state)).isNotNull();
        assertThat(EngineState.restore(other)).isNull();
        assertThat(EngineState.restore(new byte[] {1, 2, 3})).isNull();
    }
}
