package org.soothe.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.file.MethodBuild;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionInfo;
import org.soothe.recording.file.SessionInfo.CardLine;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.SealedKey;
import org.soothe.report.MethodCard;
import org.soothe.response.ResponseMethod;
import org.soothe.time.NanoClock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a session is recorded, for whom it is sealed, and whose it is. */
final class RecordOptions {
    private static final int LONGEST_PSEUDONYM = 64;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Record into this new file. Without it a file in the library of sessions; see soothe sessions.")
    private @Nullable Path out;

    @Option(names = "--no-record", description = "Record nothing.")
    private boolean noRecord;

    @Mixin
    private SealOptions seal = new SealOptions();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Seal the recording for the private key in this file.")
    private @Nullable Path keyFile;

    @Option(
            names = "--pseudonym",
            paramLabel = "NAME",
            description = "Whose session it is. Please no real name: it stands in the file and in the library.")
    private String pseudonym = "";

    @Option(names = "--show-commits", hidden = true, description = "Say after each commit how many events are on disk.")
    private boolean showCommits;

    /** What is said about recording, and where to. */
    interface Voice {
        /** Says something that a person should know now. */
        void say(String text);
    }

    /**
     * Starts to record; null if nothing is to be recorded.
     *
     * @param method the detector of the response that is in force
     * @param voice hears of trouble, on any thread
     * @throws IllegalArgumentException if the options do not fit together, or a file is in the way; the message says why
     */
    @Nullable
    SessionRecorder start(Instant startedAt, ResponseMethod method, Voice voice) throws IOException {
        boolean any = out != null || seal.isGiven() || keyFile != null;
        if (noRecord && any) {
            throw new IllegalArgumentException("--no-record records nothing, so no file and no key go with it.");
        }
        if (noRecord) {
            return null;
        }
        if (pseudonym.length() > LONGEST_PSEUDONYM || pseudonym.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("--pseudonym must be at most " + LONGEST_PSEUDONYM
                    + " characters, without line ends or other controls.");
        }
        Path file = out == null ? freeName(startedAt) : out;
        SealedKey key = seal.key(keyFile == null ? List.of() : Identity.read(keyFile));
        SessionInfo info = info(startedAt.toString(), method, pseudonym);
        try {
            SessionRecorder recorder =
                    SessionRecorder.startLive(file, info, key, NanoClock.system(), new Watcher(voice, showCommits));
            voice.say("Recording into " + file
                    + (key == null
                            ? ", which you alone may read; --passphrase or --recipient would seal it."
                            : ", sealed."));
            return recorder;
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(
                    file + " is there already and is not written over; choose another name for --out.", e);
        }
    }

    /** Returns what a session says of itself. */
    static SessionInfo info(String startedAt, ResponseMethod method, String pseudonym) throws IOException {
        return info(startedAt, method, pseudonym, List.of());
    }

    /** Returns the same for a session that came from elsewhere; where from stands first on its card. */
    static SessionInfo info(String startedAt, ResponseMethod method, String pseudonym, List<CardLine> provenance)
            throws IOException {
        List<CardLine> card = new ArrayList<>(provenance);
        for (MethodCard.Section section :
                MethodCard.ofReplay(Version.text(), method).sections()) {
            section.entries().forEach(entry -> card.add(new CardLine(section.name(), entry.name(), entry.text())));
        }
        return new SessionInfo(
                Version.text(), MethodBuild.here(), method.name(), startedAt, pseudonym.strip(), "", card);
    }

    private static Path freeName(Instant startedAt) {
        Path first = LibraryFolder.path().resolve(LibraryFolder.fileName(startedAt));
        Path free = first;
        for (int i = 2; Files.exists(free); i++) {
            String name = first.getFileName().toString().replace(LibraryFolder.ENDING, "");
            free = first.resolveSibling(name + "-" + i + LibraryFolder.ENDING);
        }
        return free;
    }

    /** Tells a person when recording stops and goes on, once each. Called once at a time. */
    private static final class Watcher implements Consumer<RecordingState> {
        private final Voice voice;
        private final boolean showCommits;
        private String trouble = "";
        private long lostCount;

        Watcher(Voice voice, boolean showCommits) {
            this.voice = voice;
            this.showCommits = showCommits;
        }

        @Override
        public void accept(RecordingState state) {
            if (state instanceof RecordingState.NotRecording not) {
                boolean news = !not.reason().equals(trouble) || (not.lostCount() > 0 && lostCount == 0);
                trouble = not.reason();
                lostCount = not.lostCount();
                if (news) {
                    voice.say("NOTHING IS BEING RECORDED into " + not.file() + ": " + not.reason()
                            + ". It is tried again"
                            + " every second; "
                            + (lostCount == 0 ? "so far nothing is lost." : lostCount + " events are lost already."));
                }
            } else if (state instanceof RecordingState.Recording && !trouble.isEmpty()) {
                trouble = "";
                voice.say("Recording goes on, "
                        + (lostCount == 0 ? "and nothing was lost." : "but " + lostCount + " events are lost."));
            }
            if (state instanceof RecordingState.MadeAgain again) {
                voice.say(again.reason());
            }
            if (showCommits && state instanceof RecordingState.Recording recording) {
                voice.say("committed " + recording.committedEventCount());
            }
        }
    }
}
