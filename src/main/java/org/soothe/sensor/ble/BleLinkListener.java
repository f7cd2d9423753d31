package org.soothe.sensor.ble;

import java.util.UUID;

/** Hears what a link delivers. Called from a thread of the backend; returns soon and never throws. */
public interface BleLinkListener {

    /** A value arrived. The array belongs to the listener. */
    void received(UUID characteristic, byte[] value);

    /** The link is broken; nothing comes any more. Told once, and not after the link was closed by us. */
    void lost(BleProblem problem, String detail);
}
