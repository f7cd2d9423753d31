package org.soothe.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginning of a {@code package-info.java}: stage, input, output, thread, clock, where to start reading. */
public final class RoomCard {
    private static final List<String> LINES = List.of("Stage", "Input", "Output", "Thread", "Clock", "Start reading");

    private static final Pattern JAVADOC =
            Pattern.compile("^\\s*/\\*\\*(.*?)\\*/\\s*(?:@\\w+\\s+)*package\\s", Pattern.DOTALL);

    private RoomCard() {}

    /** Returns what is wrong with the source text of a package-info; nothing if all six lines stand there in order. */
    public static List<String> problems(String source) {
        Matcher javadoc = JAVADOC.matcher(source);
        if (!javadoc.find()) {
            return List.of("no Javadoc before the package");
        }
        String text = javadoc.group(1).replaceAll("(?m)^\\s*\\*", "");
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("<p>", -1)) {
            paragraphs.add(paragraph.replaceAll("\\s+", " ").strip());
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            String expected = LINES.get(i) + ": ";
            String actual = i < paragraphs.size() ? paragraphs.get(i) : "(nothing)";
            if (!actual.startsWith(expected)) {
                problems.add(
                        "paragraph " + (i + 1) + " should begin with \"" + expected + "\", was \"" + actual + "\"");
            }
        }
        return problems;
    }
}
