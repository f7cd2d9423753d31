package org.soothe.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The rules of the house that class files can show; the room of a class comes from the {@link House}. */
public final class Rules {
    /** The rooms that may read the system's clock. */
    static final Set<String> CLOCK_ROOMS = Set.of("time", "cli");

    /** The room that builds objects of other rooms. */
    static final String BUILDER = "cli";

    private static final Pattern UNIT =
            Pattern.compile("([a-z]\\w*)?(Ns|Ms|Ms2|Hz|PerMin|Bpm|Percent|Ratio|Count|Ticks1024|Microvolt|MilliG|Dbm)"
                    + "|(ns|ms|ms2|hz|perMin|bpm|percent|ratio|count|ticks1024|microvolt|milliG|dbm)"
                    + "|(ln|z|p)([A-Z0-9]\\w*)?");

    private static final Set<String> NUMERIC = Set.of("byte", "short", "int", "long", "float", "double");

    private final House house;

    /** Rules for one house. */
    public Rules(House house) {
        this.house = house;
    }

    /** Imports follow the arrows of the picture, and every class has a room. */
    public ArchRule importsFollowTheArrows() {
        return classesShould("follow the arrows of packages.puml", this::checkArrows);
    }

    private void checkArrows(JavaClass type, List<String> found) {
        Optional<String> room = house.roomOf(type);
        if (room.isEmpty()) {
            found.add(type.getName() + " is in no room of packages.puml");
            return;
        }
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> house.holds(dependency.getTargetClass()))
                .forEach(dependency -> {
                    String target = house.roomOf(dependency.getTargetClass()).orElse("(no room)");
                    if (!target.equals(room.get())
                            && !house.usableBy(room.get()).contains(target)) {
                        found.add(room.get() + " may not use " + target + ": " + dependency.getDescription());
                    }
                });
    }

    /** No package uses another that uses it, however long the way round. */
    public ArchRule packagesHaveNoCycles() {
        return SlicesRuleDefinition.slices()
                .matching(house.base() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** Pure rooms know no threads, files, network, logging, clock, chance or machine. */
    public ArchRule pureRoomsStayPure() {
        return classesShould("stay pure", (type, found) -> {
            if (house.isPure(type)) {
                found.addAll(Purity.impurities(type, house.base()));
            }
        });
    }

    /** Only {@code time} and {@code cli} read the system's clock. */
    public ArchRule onlyTimeAndCliReadTheClock() {
        return classesShould("leave the system's clock to time and cli", (type, found) -> {
            if (house.roomOf(type).filter(CLOCK_ROOMS::contains).isEmpty()) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> SystemClock.isRead(access.getTarget()))
                        .forEach(access -> found.add(access.getDescription()));
            }
        });
    }

    /** Stages compute with StrictMath: Math's transcendental functions may differ between processors and JDKs. */
    public ArchRule stagesComputeWithStrictMath() {
        Set<String> forbidden = Set.of(
                "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10", "log1p", "pow",
                "cbrt", "sinh", "cosh", "tanh", "hypot");
        return classesShould("compute with StrictMath", (type, found) -> {
            if (house.isPure(type)) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && forbidden.contains(access.getTarget().getName()))
                        .forEach(access -> found.add("use StrictMath: " + access.getDescription()));
            }
        });
    }

    /** Every package is null-marked. */
    public ArchRule packagesAreNullMarked() {
        return classesShould("live in a @NullMarked package", (type, found) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                found.add(type.getPackageName() + " of " + type.getSimpleName() + " is not @NullMarked");
            }
        });
    }

    /** Every numeric record component says its unit. */
    public ArchRule numbersSayTheirUnit() {
        return classesShould("say the unit of every numeric record component", (type, found) -> {
            if (type.isRecord()) {
                type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC) && isNumeric(field))
                        .filter(field -> !UNIT.matcher(field.getName()).matches())
                        .forEach(field -> found.add(field.getFullName() + " says no unit"));
            }
        });
    }

    private static boolean isNumeric(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .anyMatch(raw -> NUMERIC.contains(raw.getName()) || raw.isAssignableTo(Number.class));
    }

    /**
     * Only {@code cli} builds objects of other rooms: whatever has a thread, a file, a device or a clock is put together in
     * one place. Anyone may build a value (record, exception) and anything of a pure room, which has none of these. A
     * factory method hides from this rule.
     */
    public ArchRule onlyCliBuildsObjectsOfOtherRooms() {
        return classesShould("leave building to cli", (type, found) -> {
            String room = house.roomOf(type).orElse("");
            if (!room.equals(BUILDER)) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> access.getTarget().getName().equals("<init>"))
                        .filter(access -> house.holds(access.getTargetOwner())
                                && !house.roomOf(access.getTargetOwner())
                                        .orElse("")
                                        .equals(room)
                                && !isFreeToBuild(access.getTargetOwner()))
                        .forEach(access -> found.add(access.getDescription()));
            }
        });
    }

    private boolean isFreeToBuild(JavaClass type) {
        return type.isRecord() || type.isAssignableTo(Throwable.class) || house.isPure(type);
    }

    /** Thousands of sessions in one process: no state that they would share. */
    public ArchRule nothingStaticChanges() {
        return classesShould(
                "have no static state",
                (type, found) -> type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL) || isOpenArray(field))
                        .forEach(field -> found.add(field.getFullName() + " is static and can change")));
    }

    private static boolean isOpenArray(JavaField field) {
        return field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
    }

    private static ArchRule classesShould(String what, BiConsumer<JavaClass, List<String>> check) {
        ArchCondition<JavaClass> condition = new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> found = new ArrayList<>();
                check.accept(type, found);
                found.forEach(violation -> events.add(SimpleConditionEvent.violated(type, violation)));
            }
        };
        // A room may be empty; that each rule fires at all is shown by RulesCanFailTest.
        return ArchRuleDefinition.classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should(condition)
                .allowEmptyShould(true);
    }
}
