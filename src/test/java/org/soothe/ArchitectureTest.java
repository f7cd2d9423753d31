package org.soothe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.soothe.architecture.House;
import org.soothe.architecture.RoomCard;
import org.soothe.architecture.Rules;

/**
 * The house stands as {@code docs/architecture/packages.puml} draws it. What each rule means is written in {@link Rules};
 * that each rule can fail is shown by {@code RulesCanFailTest} beside it.
 */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.soothe");

    private final House house = House.read("org.soothe", Files.readString(Path.of("docs/architecture/packages.puml")));
    private final Rules rules = new Rules(house);

    ArchitectureTest() throws IOException {}

    @Test
    void thePictureShowsTheStagesAsPureInTheOrderOfTheData() {
        assertThat(house.pure())
                .containsExactlyInAnyOrder(
                        "event", "beat", "artifact", "hrv", "breathing", "response", "engine", "sensor.gatt");
        assertThat(house.usableBy("engine"))
                .containsExactlyInAnyOrder("response", "breathing", "hrv", "artifact", "beat", "event");
        assertThat(house.usableBy("time")).isEmpty();
        assertThat(house.usableBy("cli")).hasSize(house.rooms().size() - 1);
        assertThat(CLASSES).as("classes of the house").isNotEmpty().anyMatch(house::isPure);
    }

    @Test
    void importsFollowTheArrows() {
        rules.importsFollowTheArrows().check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        rules.packagesHaveNoCycles().check(CLASSES);
    }

    @Test
    void pureRoomsKnowNoThreadFileNetworkLogClockOrChance() {
        rules.pureRoomsStayPure().check(CLASSES);
    }

    @Test
    void onlyTimeAndCliReadTheSystemClock() {
        rules.onlyTimeAndCliReadTheClock().check(CLASSES);
    }

    @Test
    void stagesComputeWithStrictMath() {
        rules.stagesComputeWithStrictMath().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        rules.packagesAreNullMarked().check(CLASSES);
    }

    @Test
    void everyNumericRecordComponentSaysItsUnit() {
        rules.numbersSayTheirUnit().check(CLASSES);
    }

    @Test
    void onlyCliBuildsObjectsOfOtherRooms() {
        rules.onlyCliBuildsObjectsOfOtherRooms().check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        rules.nothingStaticChanges().check(CLASSES);
    }

    @Test
    void everyPackageInfoBeginsWithItsRoomCard() throws IOException {
        SortedMap<String, List<String>> problems = new TreeMap<>();
        for (Path folder : foldersWithSources()) {
            Path info = folder.resolve("package-info.java");
            List<String> found = Files.exists(info)
                    ? RoomCard.problems(Files.readString(info))
                    : List.of("package-info.java is missing");
            if (!found.isEmpty()) {
                problems.put(folder.toString(), found);
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<Path> foldersWithSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(folders).isNotEmpty();
            return folders;
        }
    }
}
