package org.soothe.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a pure class may touch. A list of what is allowed, not of what is forbidden: a way to a thread, a file or the
 * network that nobody thought of is closed as well.
 */
final class Purity {
    private static final Set<String> PACKAGES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "org.jspecify.annotations",
            "org.jtransforms.fft",
            // Where JTransforms is told to stay on the caller's thread.
            "org.jtransforms.utils",
            "org.visnow.jlargearrays");

    private static final Set<String> NOT_IN_THEM = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.GregorianCalendar",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.UUID");

    private static final Set<String> MONITOR = Set.of("wait", "notify", "notifyAll");

    private Purity() {}

    static List<String> impurities(JavaClass type, String base) {
        List<String> found = new ArrayList<>();
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !isAllowed(dependency.getTargetClass().getBaseComponentType(), base))
                .forEach(dependency -> found.add("not pure: " + dependency.getDescription()));
        type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> isImpure(access.getTarget()))
                .forEach(access -> found.add("not pure: " + access.getDescription()));
        type.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
                .forEach(access -> found.add("not pure: " + access.getDescription()));
        type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.SYNCHRONIZED)
                        || member.getModifiers().contains(JavaModifier.VOLATILE))
                .forEach(member -> found.add("knows threads: " + member.getFullName()));
        return found;
    }

    private static boolean isAllowed(JavaClass target, String base) {
        String name = target.getName();
        String packageName = target.getPackageName();
        if (target.isPrimitive() || (packageName + ".").startsWith(base + ".")) {
            return true;
        }
        if (packageName.startsWith("org.apache.commons.math3")) {
            return true;
        }
        return PACKAGES.contains(packageName) && !NOT_IN_THEM.contains(name);
    }

    private static boolean isImpure(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean bare = target.getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" -> !name.equals("arraycopy");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.Random", "java.util.SplittableRandom" -> bare && name.equals("<init>");
            default ->
                (bare && MONITOR.contains(name))
                        || (bare && name.equals("printStackTrace"))
                        || (owner.startsWith("java.util.") && name.startsWith("parallel"));
        };
    }
}
