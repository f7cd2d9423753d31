package org.soothe.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule against the crooked house {@code org.soothe.archfixture}: it finds what is wrong there, and only that. */
class RulesCanFailTest {
    private static final String CROOKED = "org.soothe.archfixture";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(CROOKED);

    private final Rules rules =
            new Rules(House.read(CROOKED, Files.readString(Path.of("docs/architecture/packages.puml"))));

    RulesCanFailTest() throws IOException {}

    @Test
    void findsImportsAgainstTheArrowsAndClassesWithoutARoom() {
        assertThat(violations(rules.importsFollowTheArrows()))
                .allMatch(
                        text -> text.startsWith("event may not use beat") || text.contains("attic.Lost is in no room"))
                .anyMatch(text -> text.startsWith("event may not use beat"))
                .anyMatch(text -> text.contains("attic.Lost is in no room"));
    }

    @Test
    void findsCycles() {
        assertThat(violations(rules.packagesHaveNoCycles()))
                .hasSize(1)
                .first()
                .asString()
                .contains("LooksUp");
    }

    @Test
    void findsEveryImpurity() {
        List<String> found = violations(rules.pureRoomsStayPure());

        for (String trace : List.of(
                "java.lang.Thread",
                "ReentrantLock",
                "knows threads: org.soothe.archfixture.hrv.Impure.monitor()",
                "knows threads: org.soothe.archfixture.hrv.Impure.shared",
                "parallelStream",
                "java.nio.file.Files",
                "java.net.InetAddress",
                "org.slf4j.LoggerFactory",
                "java.lang.System.out",
                "java.lang.System.getenv()",
                "java.util.Random.<init>()",
                "java.lang.System.nanoTime()")) {
            assertThat(found).as(trace).anyMatch(text -> text.contains(trace));
        }
        assertThat(found)
                .allMatch(text -> text.contains("hrv.Impure") || text.contains("hrv.ReadsTicks"))
                .noneMatch(text -> text.contains("seeded"));
    }

    @Test
    void findsReadersOfTheSystemClock() {
        assertThat(violations(rules.onlyTimeAndCliReadTheClock()))
                .hasSize(4)
                .anyMatch(text -> text.contains("ReadsTicks.now()"))
                .anyMatch(text -> text.contains("ReadsWall.instant()"))
                .anyMatch(text -> text.contains("ReadsWall.clock()"))
                .anyMatch(text -> text.contains("ReadsWall.reference()"));
    }

    @Test
    void findsMathWhereStrictMathIsDue() {
        assertThat(violations(rules.stagesComputeWithStrictMath()))
                .hasSize(2)
                .anyMatch(text -> text.contains("Math.sin"))
                .anyMatch(text -> text.contains("Math.log"));
    }

    @Test
    void findsPackagesThatSayNothingAboutNull() {
        assertThat(violations(rules.packagesAreNullMarked()))
                .containsExactly(CROOKED + ".attic of Lost is not @NullMarked");
    }

    @Test
    void findsNumbersWithoutAUnit() {
        assertThat(violations(rules.numbersSayTheirUnit()))
                .containsExactlyInAnyOrder(
                        CROOKED + ".event.Unitless.value says no unit",
                        CROOKED + ".event.Unitless.counts says no unit",
                        CROOKED + ".event.Unitless.rates says no unit",
                        CROOKED + ".event.Unitless.phase says no unit",
                        CROOKED + ".event.Unitless.timens says no unit");
    }

    @Test
    void findsBuildersOutsideCli() {
        assertThat(violations(rules.onlyCliBuildsObjectsOfOtherRooms()))
                .hasSize(2)
                .anyMatch(text -> text.contains("Builds.call()"))
                .anyMatch(text -> text.contains("Builds.reference()"));
    }

    @Test
    void findsStaticState() {
        assertThat(violations(rules.nothingStaticChanges()))
                .containsExactlyInAnyOrder(
                        CROOKED + ".session.Loop.sessionCount is static and can change",
                        CROOKED + ".session.Loop.LIMITS is static and can change");
    }

    @Test
    void findsRoomCardsThatLackALine() {
        String good = """
                /**
                 * Stage: a.
                 *
                 * <p>Input: b
                 * and more.
                 *
                 * <p>Output: c. <p>Thread: d. <p>Clock: e.
                 *
                 * <p>Start reading: f.
                 *
                 * <p>More.
                 */
                @NullMarked
                package org.soothe.x;
                """;

        assertThat(RoomCard.problems(good)).isEmpty();
        assertThat(RoomCard.problems(good.replace("Output: c", "Result: c"))).hasSize(1);
        assertThat(RoomCard.problems(good.replace("<p>Clock: e.", ""))).hasSize(2);
        assertThat(RoomCard.problems(good.replace("Stage: a.", "Stage:"))).hasSize(1);
        assertThat(RoomCard.problems("package org.soothe.x;")).hasSize(1);
    }

    @Test
    void refusesAPictureThatItCannotRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> House.read("x", "[a]\n[b] ..> [a]"));
        assertThatIllegalArgumentException().isThrownBy(() -> House.read("x", "[a]\n[a] --> [b]"));
        assertThatIllegalArgumentException().isThrownBy(() -> House.read("x", "[a]\n[b]\n[a] --> [b]\n[b] --> [a]"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }
}
