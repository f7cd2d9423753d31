package org.soothe.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line in which two method cards differ. Immutable.
 *
 * @param section the stage
 * @param name the parameter
 * @param recorded what the first card says, empty if it has no such line
 * @param other what the second says, empty if it has no such line
 */
record CardDifference(String section, String name, String recorded, String other) {

    /** Returns all lines in which two cards differ, in the order of the first; then what only the second has. */
    static List<CardDifference> between(MethodCard recorded, MethodCard other) {
        Map<List<String>, String> left = lines(other);
        List<CardDifference> found = new ArrayList<>();
        lines(recorded).forEach((name, text) -> {
            String there = left.remove(name);
            if (!text.equals(there)) {
                found.add(new CardDifference(name.get(0), name.get(1), text, there == null ? "" : there));
            }
        });
        left.forEach((name, text) -> found.add(new CardDifference(name.get(0), name.get(1), "", text)));
        return found;
    }

    private static Map<List<String>, String> lines(MethodCard card) {
        Map<List<String>, String> lines = new LinkedHashMap<>();
        for (MethodCard.Section section : card.sections()) {
            section.entries().forEach(entry -> lines.put(List.of(section.name(), entry.name()), entry.text()));
        }
        return lines;
    }
}
