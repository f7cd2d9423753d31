package org.soothe.sensor.ble;

/** What is known of links that break again and again after the same time; sources in decision 0071. */
final class StrapHabits {

    private StrapHabits() {}

    /** Returns what may help where the age of the broken link is one of the known ones; else nothing. */
    static String hint(long ageSeconds) {
        if (isBetween(ageSeconds, 27, 35) || isBetween(ageSeconds, 57, 65)) {
            return "Does it break after this time again and again? Then the computer refuses the slower pace that the"
                    + " strap asks for; an update of the system or another Bluetooth adapter has helped.";
        }
        if (isBetween(ageSeconds, 145, 155)) {
            return "Does it break after this time again and again? Then see that no other program or Bluetooth panel"
                    + " holds the strap, and pair it once in the Bluetooth settings.";
        }
        return "";
    }

    private static boolean isBetween(long value, long least, long most) {
        return value >= least && value <= most;
    }
}
