package org.soothe.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.Set;

/** Which methods read the clock of the machine. */
final class SystemClock {
    private static final Set<String> READS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Calendar.getInstance",
            "java.time.InstantSource.system");

    private SystemClock() {}

    static boolean isRead(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean bare = target.getRawParameterTypes().isEmpty();
        if (owner.startsWith("java.time.") && name.equals("now")) {
            // now(Clock) takes the time from its argument.
            return target.getRawParameterTypes().stream()
                    .noneMatch(type -> type.getName().equals("java.time.Clock"));
        }
        if (owner.equals("java.time.Clock")) {
            return name.startsWith("system")
                    || name.equals("tickMillis")
                    || name.equals("tickSeconds")
                    || name.equals("tickMinutes");
        }
        if (owner.equals("java.util.Date") || owner.equals("java.util.GregorianCalendar")) {
            return name.equals("<init>") && bare;
        }
        return READS.contains(owner + "." + name);
    }
}
