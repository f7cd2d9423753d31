package org.soothe.sensor.ble;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.soothe.event.SensorIdentity;
import org.soothe.sensor.gatt.BodyLocation;

/** What a strap says of itself; told once. Not thread-safe; used by the thread of the sensor. */
final class StrapIdentity {

    private final StrapOutbox outbox;
    private boolean told;

    StrapIdentity(StrapOutbox outbox) {
        this.outbox = outbox;
    }

    /** Tells who the strap is, with what it lets us read of maker, model, firmware and place on the body. */
    void tell(BleDevice device, BleLink link) throws BleException, InterruptedException {
        if (told) {
            return;
        }
        List<String> details = new ArrayList<>();
        addText(details, link, GattUuid.MANUFACTURER_NAME, "maker");
        addText(details, link, GattUuid.MODEL_NUMBER, "model");
        addText(details, link, GattUuid.FIRMWARE_REVISION, "firmware");
        BodyLocation place = BodyLocation.decode(read(link, GattUuid.BODY_SENSOR_LOCATION));
        if (place != BodyLocation.UNKNOWN && place != BodyLocation.OTHER) {
            details.add("place " + place.words());
        }
        String words = String.join(", ", details);
        outbox.add(timeNs -> new SensorIdentity(timeNs, "ble", device.name(), device.address(), place.source(), words));
        told = true;
    }

    private static void addText(List<String> details, BleLink link, UUID characteristic, String what)
            throws BleException, InterruptedException {
        String text = new String(read(link, characteristic), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "")
                .trim();
        if (!text.isEmpty()) {
            details.add(what + " " + text);
        }
    }

    /** Reads a value; empty where the strap has none or keeps it. Only a broken link is trouble. */
    private static byte[] read(BleLink link, UUID characteristic) throws BleException, InterruptedException {
        if (!link.characteristics().contains(characteristic)) {
            return new byte[0];
        }
        try {
            return link.read(characteristic);
        } catch (BleException e) {
            return switch (e.problem()) {
                case LINK_LOST, DAEMON_GONE, CLOSED, NO_DAEMON -> throw e;
                default -> new byte[0];
            };
        }
    }
}
