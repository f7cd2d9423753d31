package org.soothe.sensor.ble;

/** What can be wrong with a radio, its daemon or a device, and what a person can do about it. */
public enum BleProblem {
    /** The system's message bus or Bluetooth daemon does not answer. */
    NO_DAEMON(
            "The Bluetooth service of this computer does not answer. Start it with `sudo systemctl start bluetooth`."),
    /** The daemon went away or was restarted in the midst of things. */
    DAEMON_GONE(
            "The Bluetooth service of this computer was stopped or restarted. When it is back it goes on by itself; if it"
                    + " stays away, start it with `sudo systemctl start bluetooth`."),
    /** There is no radio. */
    NO_ADAPTER("This computer has no Bluetooth adapter, or it was unplugged. Plug one in."),
    /** The radio is switched off. */
    POWERED_OFF("Bluetooth is switched off. Switch it on in the settings, or with `bluetoothctl power on`."),
    /** The system does not let this user use the radio. */
    NOT_PERMITTED("This user may not use Bluetooth. Add it to the group `bluetooth`, log out and in again."),
    /** No scan has seen the device. */
    NOT_FOUND("The strap was not found. Wear it with moist electrodes, come closer, and end its connection to any other"
            + " phone, watch or computer."),
    /** The device did not let us in; most often another machine holds it. */
    REFUSED(
            "The strap does not accept the connection. Most straps serve one device at a time: end its connection to any"
                    + " other phone, watch or computer."),
    /** The device wants to be paired first. */
    NOT_PAIRED("The strap wants to be paired first. Pair it once in the Bluetooth settings of this computer."),
    /** The device lacks what was asked for. */
    NOT_OFFERED("The device does not offer this."),
    /** The link broke. */
    LINK_LOST("The connection to the strap broke. Stay within a few metres of the computer."),
    /** There was no answer within the limit. */
    TIMED_OUT("The strap or the Bluetooth service did not answer in time."),
    /** The backend was closed. */
    CLOSED("The connection was closed."),
    /** Something else, said in the detail. */
    OTHER("Bluetooth failed.");

    private final String words;

    BleProblem(String words) {
        this.words = words;
    }

    /** Returns what is wrong and what to do, in words for a person. */
    public String words() {
        return words;
    }
}
