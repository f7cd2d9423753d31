package org.soothe.sensor.simulated;

import org.soothe.event.BreathingMode;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorContractTest;
import org.soothe.time.SessionClock;

class SimulatedSensorContractTest extends SensorContractTest {

    @Override
    protected Sensor make(SessionClock clock) {
        SimulatedScript script = SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.PACED);
        return new SimulatedSensor("neutral", SimulatedSession.begin(World.STANDARD, script, 1), clock);
    }

    @Override
    protected SessionClock clock() {
        return SessionClock.start(1000);
    }
}
