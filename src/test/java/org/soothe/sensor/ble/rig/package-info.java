/**
 * A strap made of D-Bus objects, and a pretend Bluetooth daemon for it: the light rig. The strap alone also serves the real
 * daemon, which hands its objects to a radio.
 */
@NullMarked
package org.soothe.sensor.ble.rig;

import org.jspecify.annotations.NullMarked;
