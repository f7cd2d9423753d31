package org.soothe.recording.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.Event;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.KeyRing;
import org.soothe.recording.vault.Keys;
import org.soothe.recording.vault.Sealer;

/**
 * Damaged files: every one is answered with a message, whatever is read from it is as it was, and what comes after a
 * loss is never taken for the neighbour of what came before.
 */
class DamageTest {
    /** Some at each build; {@code -Dsoothe.damaged.files=500} makes it a thousand in all. */
    private static final int FILES_EACH = Integer.getInteger("soothe.damaged.files", 60);

    private static final int PAGE = 512;

    @TempDir
    private Path folder;

    private final Identity identity = Identity.random();

    /** What an undamaged file says after each of its events. */
    private record Truth(List<Event> events, Map<Integer, Map<String, @Nullable Object>> snapshots) {}

    @Test
    void plainFiles() throws Exception {
        Path whole = Made.recordInSmallBlocks(folder.resolve("whole.soothe"), Made.until(Made.events(21), 30), null);
        damage(whole, KeyRing.none(), 1);
    }

    @Test
    void sealedFiles() throws Exception {
        Path whole = Made.recordInSmallBlocks(
                folder.resolve("whole.soothe"),
                Made.until(Made.events(22), 30),
                new Sealer(null, List.of(identity.recipient())).fresh());
        damage(whole, new Keys(List.of(identity), () -> null), 2);
    }

    private void damage(Path whole, KeyRing ring, long seed) throws Exception {
        Truth truth = truth(whole, ring);
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("damaged.soothe");
        SplittableRandom random = new SplittableRandom(seed);
        int opened = 0;
        for (int i = 0; i < FILES_EACH; i++) {
            byte[] damaged = damaged(bytes, i % 6, random);
            Files.write(file, damaged);
            opened += check(file, ring, truth, Arrays.equals(damaged, bytes)) ? 1 : 0;
        }
        assertThat(opened).as("files that opened").isGreaterThan(FILES_EACH * 8 / 10);
    }

    private static byte[] damaged(byte[] bytes, int kind, SplittableRandom random) {
        byte[] out = bytes.clone();
        int at = random.nextInt(bytes.length);
        switch (kind) {
            case 0 -> out = Arrays.copyOf(bytes, at);
            case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> swap(out, random.nextInt(bytes.length / PAGE) * PAGE, random.nextInt(bytes.length / PAGE) * PAGE);
            case 3 -> Arrays.fill(out, at, Math.min(out.length, at + 1 + random.nextInt(4096)), (byte) 0);
            case 4 -> {
                for (int i = 0; i < 20; i++) {
                    out[random.nextInt(out.length)] = (byte) random.nextInt(256);
                }
            }
            default -> {
                int length = 1 + random.nextInt(1000);
                out = Arrays.copyOf(bytes, bytes.length + length);
                System.arraycopy(bytes, at, out, at + length, bytes.length - at);
                for (int i = at; i < at + length; i++) {
                    out[i] = (byte) random.nextInt(256);
                }
            }
        }
        return out;
    }

    private static void swap(byte[] bytes, int a, int b) {
        for (int i = 0; i < PAGE; i++) {
            byte kept = bytes[a + i];
            bytes[a + i] = bytes[b + i];
            bytes[b + i] = kept;
        }
    }

    private static Truth truth(Path whole, KeyRing ring) throws IOException, SessionFileException {
        List<Event> events = new ArrayList<>();
        Map<Integer, Map<String, @Nullable Object>> snapshots = new TreeMap<>();
        try (SessionFile file = SessionFile.open(whole, ring);
                SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Heard heard) {
                    events.add(heard.event());
                } else if (entry instanceof LogEntry.Said said) {
                    snapshots.put(events.size(), new TreeMap<>(said.snapshot().values()));
                }
            }
        }
        return new Truth(events, snapshots);
    }

    /** Returns whether the file opened. */
    private static boolean check(Path path, KeyRing ring, Truth truth, boolean sound) throws IOException {
        try (SessionFile file = SessionFile.open(path, ring);
                SessionLog log = file.log()) {
            boolean told = !file.notes().isEmpty();
            boolean lost = false;
            int at = 0;
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Heard heard) {
                    int before = at;
                    at = after(truth.events(), at, heard.event());
                    assertThat(at == before + 1 || lost)
                            .as("a gap before an event is told")
                            .isTrue();
                    lost = false;
                } else if (entry instanceof LogEntry.Said said) {
                    assertThat(said.snapshot().values())
                            .isEqualTo(truth.snapshots().get(at));
                } else if (entry instanceof LogEntry.Lost) {
                    lost = true;
                    told = true;
                } else if (!(entry instanceof LogEntry.Ended || entry instanceof LogEntry.Reported)) {
                    told = true;
                }
            }
            assertThat(told).as("a message").isEqualTo(!sound);
            ExactReplay.Verdict verdict = ExactReplay.of(file, "test");
            assertThat(verdict.first()).isNull();
            return true;
        } catch (SessionFileException e) {
            assertThat(e).hasMessageStartingWith(path.toString()).hasMessageEndingWith(".");
            return false;
        }
    }

    private static int after(List<Event> events, int from, Event event) {
        for (int i = from; i < events.size(); i++) {
            if (events.get(i).equals(event)) {
                return i + 1;
            }
        }
        throw new AssertionError("an event that was never recorded, or in another order: " + event);
    }
}
