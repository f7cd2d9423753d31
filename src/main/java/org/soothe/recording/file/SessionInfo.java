package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a session is, as its file says at the beginning. Immutable.
 *
 * @param software version of the program that recorded it
 * @param methodBuild fingerprint of the code that computed the snapshots
 * @param responseMethod the detector of the response that was in force
 * @param startedAt wall-clock label of time zero, as ISO 8601 says it
 * @param pseudonym of the person; empty if none was given
 * @param protocol name of the protocol; empty if none
 * @param card how each number was made, line by line
 */
public record SessionInfo(
        String software,
        String methodBuild,
        String responseMethod,
        String startedAt,
        String pseudonym,
        String protocol,
        List<CardLine> card) {

    /** Checks that nothing is missing and keeps a copy of the card. */
    public SessionInfo {
        Objects.requireNonNull(software, "software");
        Objects.requireNonNull(methodBuild, "methodBuild");
        Objects.requireNonNull(responseMethod, "responseMethod");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(pseudonym, "pseudonym");
        Objects.requireNonNull(protocol, "protocol");
        card = List.copyOf(card);
    }

    /**
     * One line of the method card. Immutable.
     *
     * @param section the stage
     * @param name the parameter
     * @param text its value with unit, or the rule in words
     */
    public record CardLine(String section, String name, String text) {}

    /** What stands where the block that says it is lost. */
    static SessionInfo lost() {
        return new SessionInfo("unknown", "unknown", "", "", "", "", List.of());
    }

    byte[] bytes() throws IOException {
        List<List<String>> lines = card.stream()
                .map(line -> List.of(line.section(), line.name(), line.text()))
                .toList();
        return new Pairs()
                .with("software", software)
                .with("methodBuild", methodBuild)
                .with("responseMethod", responseMethod)
                .with("startedAt", startedAt)
                .with("pseudonym", pseudonym)
                .with("protocol", protocol)
                .with("card", lines)
                .bytes();
    }

    static SessionInfo parse(byte[] bytes) throws Malformed {
        Pairs pairs = Pairs.parse(bytes);
        List<CardLine> card = new ArrayList<>();
        for (Object line : pairs.list("card")) {
            if (line instanceof List<?> words && words.size() >= 3) {
                card.add(new CardLine(
                        words.get(0).toString(),
                        words.get(1).toString(),
                        words.get(2).toString()));
            }
        }
        return new SessionInfo(
                pairs.text("software"),
                pairs.text("methodBuild"),
                pairs.text("responseMethod"),
                pairs.text("startedAt"),
                pairs.text("pseudonym"),
                pairs.text("protocol"),
                card);
    }
}
