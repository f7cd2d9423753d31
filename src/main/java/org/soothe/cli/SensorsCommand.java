package org.soothe.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.SensorSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code soothe sensors}: what can be found now. */
@Command(
        name = "sensors",
        header = "Lists the sensors within reach, with signal strength and battery, until Ctrl-C.",
        description = {
            "",
            "What stands in the first column goes behind --sensor of soothe live. In a terminal the list is kept up to date"
                    + " in place; elsewhere every change is a line. Where there is nothing to wait for, such as for"
                    + " simulated persons alone, it ends at once.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when the reader of a pipe has seen enough",
            "2:wrong command line",
            "130:ended with Ctrl-C"
        })
final class SensorsCommand implements Callable<Integer> {
    private static final long END_PATIENCE_MS = 5000;
    private static final long SLICE_NS = 80_000_000;

    private final Terminal terminal;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    @Mixin
    private SensorOptions sensorOptions = new SensorOptions();

    @Option(names = "--json", description = "Write one JSON object per change instead.")
    private boolean json;

    @Option(
            names = "--duration",
            paramLabel = "LENGTH",
            converter = TimeLength.Converter.class,
            description = "How long to look, such as 10s; else until Ctrl-C.")
    private @Nullable TimeLength duration;

    SensorsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a search for a kind of sensor says; one of the three behind the kind is there. */
    record Change(
            String kind,
            @Nullable FoundSensor found,
            @Nullable String gone,
            @Nullable String problem) {}

    @Override
    public Integer call() throws Exception {
        List<SensorSearch> searches = new ArrayList<>();
        CleanEnd clean = CleanEnd.on(() -> stopped = true, END_PATIENCE_MS);
        try (SensorsView view = view()) {
            boolean waits = false;
            for (SensorKind kind : SensorKinds.all()) {
                SensorSearch search = kind.search(sensorOptions);
                searches.add(search);
                waits |= !(kind instanceof SimulatedKind);
                search.start(listener(kind.prefix()));
            }
            watch(view, waits);
        } finally {
            for (SensorSearch search : searches) {
                search.close();
            }
            clean.reached();
        }
        return Soothe.DONE;
    }

    private void watch(SensorsView view, boolean waits) throws IOException, InterruptedException {
        long startNs = terminal.clock().nanoTime();
        long lengthNs = duration == null ? Long.MAX_VALUE : duration.lengthNs();
        while (!stopped) {
            Change change = changes.poll(waits ? SLICE_NS : 0, TimeUnit.NANOSECONDS);
            if (change != null) {
                view.show(change);
            }
            boolean isOver = terminal.clock().nanoTime() - startNs >= lengthNs;
            if (isOver || (change == null && !waits)) {
                break;
            }
        }
        for (Change change = changes.poll(); change != null; change = changes.poll()) {
            view.show(change);
        }
    }

    private SensorSearch.Listener listener(String kind) {
        return new SensorSearch.Listener() {
            @Override
            public void found(FoundSensor sensor) {
                changes.add(new Change(kind, sensor, null, null));
            }

            @Override
            public void gone(String address) {
                changes.add(new Change(kind, null, address, null));
            }

            @Override
            public void problem(String text) {
                changes.add(new Change(kind, null, null, text));
            }
        };
    }

    private SensorsView view() throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(terminal.out(), 1 << 13);
        return new SensorsView(out, json, terminal.outIsWatched());
    }
}
