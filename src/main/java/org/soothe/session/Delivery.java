package org.soothe.session;

/** What a sink that is too slow gets. */
public enum Delivery {
    /** Every event in its order, however long it takes; what is not yet taken waits in memory. */
    EVERY_EVENT,
    /** The newest frame; those it had no time for are left out. */
    NEWEST
}
