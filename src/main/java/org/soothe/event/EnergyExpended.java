package org.soothe.event;

/**
 * Energy that a strap says its wearer has spent; kept for the record, never computed with. Immutable.
 *
 * @param timeNs when it arrived, on the session axis
 * @param energyKiloJouleCount kilojoules since the strap's counter was reset
 */
public record EnergyExpended(long timeNs, int energyKiloJouleCount) implements Event {

    @Override
    public EnergyExpended at(long newNs) {
        return new EnergyExpended(newNs, energyKiloJouleCount);
    }
}
