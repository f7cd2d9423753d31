package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.soothe.report.FoundSensorJson;
import org.soothe.report.UnitText;
import org.soothe.sensor.FoundSensor;

/** Shows what searches find: as JSON, as lines, or as a list that is redrawn in place. Not thread-safe. */
final class SensorsView implements AutoCloseable {
    private final Screen screen;
    private final FoundSensorJson jsonLines;
    private final boolean json;
    private final boolean redraws;
    private final Map<String, FoundSensor> found = new LinkedHashMap<>();

    /** What keeps a kind of sensor from being found, until one is. */
    private final Map<String, String> problems = new LinkedHashMap<>();

    SensorsView(OutputStream out, boolean json, boolean watched) throws IOException {
        this.screen = new Screen(out);
        this.jsonLines = new FoundSensorJson(out);
        this.json = json;
        this.redraws = watched && !json;
    }

    void show(SensorsCommand.Change change) throws IOException {
        if (json) {
            json(change);
        } else if (redraws) {
            list(change);
        } else {
            line(change);
        }
        screen.check();
    }

    private void json(SensorsCommand.Change change) throws IOException {
        if (change.found() != null) {
            jsonLines.found(change.found());
        } else if (change.gone() != null) {
            jsonLines.gone(change.gone());
        } else if (change.problem() != null) {
            jsonLines.problem(change.problem());
        }
    }

    private void line(SensorsCommand.Change change) {
        if (change.found() != null) {
            screen.plain(text(change.found()));
        } else if (change.gone() != null) {
            screen.plain(UnitText.left(change.gone(), 34) + "  gone");
        } else if (change.problem() != null) {
            screen.plain(change.problem());
        }
        screen.write();
    }

    private void list(SensorsCommand.Change change) {
        if (change.found() != null) {
            found.put(change.found().description().address(), change.found());
            problems.remove(change.kind());
        } else if (change.gone() != null) {
            found.remove(change.gone());
        } else if (change.problem() != null) {
            problems.put(change.kind(), change.problem());
        }
        screen.home();
        screen.line("");
        for (FoundSensor sensor : found.values()) {
            screen.wrapped("  ", text(sensor));
        }
        for (String problem : problems.values()) {
            screen.wrapped("  ", problem);
        }
        screen.clearBelow();
        screen.write();
    }

    private static String text(FoundSensor sensor) {
        StringBuilder text = new StringBuilder();
        text.append(UnitText.left(sensor.description().address(), 34));
        text.append("  ").append(sensor.description().name());
        if (sensor.signalDbm() != null) {
            text.append(", signal ").append(sensor.signalDbm()).append(" dBm");
        }
        if (sensor.batteryPercent() != null) {
            text.append(", battery ").append(sensor.batteryPercent()).append(" %");
        }
        if (!sensor.note().isEmpty()) {
            text.append(", ").append(sensor.note());
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (json) {
            jsonLines.close();
        }
    }
}
