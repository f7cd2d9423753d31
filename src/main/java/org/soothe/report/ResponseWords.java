package org.soothe.report;

import org.soothe.response.ResponseNote;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;

/**
 * The response in words, with doubt before numbers (physiology basis 5.9 and 11). Stateless. Nothing here says failure, and
 * what clients see never says threat.
 */
public final class ResponseWords {
    private ResponseWords() {}

    /** Returns the state, its probability and its reason for a therapist: a body signal, not a diagnosis. */
    public static String forTherapists(ResponseSignal signal) {
        if (signal instanceof ResponseSignal.Unreadable unreadable) {
            return "cannot be read: " + unreadable.reason().sentence();
        }
        if (signal instanceof ResponseSignal.Reading reading) {
            StringBuilder words = new StringBuilder(state(reading.state()))
                    .append(" (")
                    .append(Math.round(100 * reading.pState()))
                    .append(" %; ")
                    .append(why(reading))
                    .append(')');
            for (ResponseNote note : ResponseNote.values()) {
                if (reading.notes().contains(note)) {
                    words.append(' ').append(note.sentence());
                }
            }
            return words.toString();
        }
        return "settling, not sure yet";
    }

    /** Returns what changes when the state or the reason changes, and not with every probability. */
    public static String heading(ResponseSignal signal) {
        return signal instanceof ResponseSignal.Unreadable unreadable
                ? unreadable.reason().name()
                : signal.state().name();
    }

    /** Returns whether nothing is said because no phase has been marked. */
    public static boolean noPhase(ResponseSignal signal) {
        return signal instanceof ResponseSignal.Unreadable unreadable && unreadable.reason() == ResponseReason.NO_PHASE;
    }

    /** Returns one or two words for a column of a table. */
    public static String inShort(ResponseSignal signal) {
        return inShort(signal.state());
    }

    static String inShort(ResponseState state) {
        return switch (state) {
            case SETTLING -> "settling";
            case SOOTHING -> "soothing";
            case NEUTRAL -> "no clear change";
            case THREAT_RESPONSE -> "on guard";
            case OTHER_ACTIVATION -> "active";
            case UNREADABLE -> "not read";
        };
    }

    /** Returns the words for a client; empty where there is nothing to say. */
    public static String forClients(ResponseSignal signal) {
        return switch (signal.state()) {
            case SOOTHING -> "Your body may be settling.";
            case UNREADABLE -> "The sensor is resting; you can carry on.";
            case SETTLING, NEUTRAL, THREAT_RESPONSE, OTHER_ACTIVATION -> "";
        };
    }

    private static String state(ResponseState state) {
        return switch (state) {
            case SOOTHING -> "seems to go towards soothing";
            case THREAT_RESPONSE -> "may be a threat response";
            case OTHER_ACTIVATION -> "may be another activation: effort, drive, excitement";
            case NEUTRAL, SETTLING, UNREADABLE -> "no clear change";
        };
    }

    private static String why(ResponseSignal.Reading reading) {
        if (!reading.zH().isAvailable()) {
            return "held over from before";
        }
        return "compared with the own start, heart rate "
                + direction(reading.zH().orNaN()) + ", variability "
                + direction(reading.zV().orNaN());
    }

    private static String direction(double z) {
        if (Math.abs(z) < 0.5) {
            return "much the same";
        }
        String word = z > 0 ? "up" : "down";
        return Math.abs(z) >= 1.5 ? "clearly " + word : "a little " + word;
    }
}
