package org.soothe.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rooms below one base package and who may use whom, as drawn in {@code packages.puml}. Immutable.
 *
 * <p>ArchUnit's own PlantUML condition knows direct arrows only; here "may use" is transitive downwards, so that the
 * picture needs no arrow twice.
 */
public final class House {
    private static final Pattern ROOM = Pattern.compile("\\[([a-z.]+)](?:\\s+<<pure>>)?");
    private static final Pattern ARROW = Pattern.compile("\\[([a-z.]+)]\\s+-->\\s+\\[([a-z.]+)]");

    private final String base;
    private final Map<String, Set<String>> reachable;
    private final Set<String> pure;

    private House(String base, Map<String, Set<String>> reachable, Set<String> pure) {
        this.base = base;
        this.reachable = reachable;
        this.pure = pure;
    }

    /** Reads a diagram; a line that begins with a bracket and is neither room nor arrow is refused. */
    public static House read(String base, String puml) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        Set<String> pure = new TreeSet<>();
        for (String line : puml.lines().map(String::strip).toList()) {
            if (line.startsWith("'")) {
                continue;
            }
            Matcher room = ROOM.matcher(line);
            Matcher arrow = ARROW.matcher(line);
            if (room.matches()) {
                arrows.put(room.group(1), new TreeSet<>());
                if (line.endsWith(">>")) {
                    pure.add(room.group(1));
                }
            } else if (arrow.matches()) {
                usedBy(arrow.group(1), arrows, line);
                usedBy(arrow.group(2), arrows, line);
                usedBy(arrow.group(1), arrows, line).add(arrow.group(2));
            } else if (line.startsWith("[") || line.contains("->")) {
                throw new IllegalArgumentException("neither a room nor an arrow: " + line);
            }
        }
        Map<String, Set<String>> reachable = new TreeMap<>();
        arrows.keySet().forEach(room -> reachable.put(room, closure(room, arrows)));
        return new House(base, reachable, pure);
    }

    private static Set<String> usedBy(String room, Map<String, Set<String>> arrows, String line) {
        Set<String> used = arrows.get(room);
        if (used == null) {
            throw new IllegalArgumentException("arrow of a room that is not declared above it: " + line);
        }
        return used;
    }

    private static Set<String> closure(String start, Map<String, Set<String>> arrows) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(arrows.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        if (seen.contains(start)) {
            throw new IllegalArgumentException("the picture itself has a cycle through " + start);
        }
        return seen;
    }

    /** Returns all rooms. */
    public Set<String> rooms() {
        return reachable.keySet();
    }

    /** Returns the rooms drawn as pure. */
    public Set<String> pure() {
        return pure;
    }

    /** Returns what a room may use, itself not among it. */
    public Set<String> usableBy(String room) {
        return reachable.getOrDefault(room, Set.of());
    }

    /** Returns the package of everything. */
    public String base() {
        return base;
    }

    /** Returns whether a class is one of ours. */
    public boolean holds(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(base + ".");
    }

    /** Returns the room of a class: the longest declared name that its package begins with. */
    public Optional<String> roomOf(JavaClass type) {
        if (!holds(type) || type.getPackageName().equals(base)) {
            return Optional.empty();
        }
        String name = type.getPackageName().substring(base.length() + 1);
        return reachable.keySet().stream()
                .filter(room -> (name + ".").startsWith(room + "."))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    /** Returns whether a class lives in a pure room. */
    public boolean isPure(JavaClass type) {
        return roomOf(type).filter(pure::contains).isPresent();
    }
}
