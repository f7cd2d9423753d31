package org.soothe.sensor.ble;

import org.jspecify.annotations.Nullable;

/** Something that a radio, a daemon or a device did not do. */
public final class BleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final BleProblem problem;
    private final String detail;

    /**
     * Makes an exception.
     *
     * @param problem what kind of trouble, which also says what to do
     * @param detail what exactly, as the system said it
     */
    public BleException(BleProblem problem, String detail) {
        this(problem, detail, null);
    }

    /** Makes an exception that has a cause. */
    public BleException(BleProblem problem, String detail, @Nullable Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    /** Returns what kind of trouble it is. */
    public BleProblem problem() {
        return problem;
    }

    /** Returns what the system said, possibly nothing. */
    public String detail() {
        return detail;
    }
}
