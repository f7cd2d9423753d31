package org.soothe.sensor.ble.bluez;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleProblem;

/**
 * One connection to the message bus and to the daemon that owned {@code org.bluez} when it was opened. Calls have limits, and
 * end when the daemon does. Safe for use by many threads.
 */
final class BluezBus implements AutoCloseable {

    // Design: the bus library waits up to 20 s for a reply and cannot be interrupted, so each call runs on a thread
    // of its own (daemon, reused) and the caller waits for a future that death, close, limit and interrupt can end.

    static final String BLUEZ = "org.bluez";

    private static final String ROOT = "/";
    private static final long LAST_SIGNALS_MS = 200;

    /** A bus on the same machine answers at once or not at all; the library knocks twice a second until then. */
    private static final int BUS_LIMIT_MS = 1_000;

    /** Hears what the daemon says, on one thread, in the order of the bus. */
    interface Listener {

        /** Objects appeared, vanished or changed; the copy of the objects already shows it. */
        void changed(String path, String iface, Map<String, Object> values);

        /** The daemon or the bus is gone, or access was refused; nothing follows. */
        void died(BleProblem problem, String detail);
    }

    private final BluezObjects objects = new BluezObjects();
    private final Listener listener;
    private final Map<Long, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final ExecutorService callers;
    private final DBusConnection connection;
    private volatile @Nullable BleException end;

    private BluezBus(@Nullable String address, Listener listener) throws BleException {
        this.listener = listener;
        this.callers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "ble-bluez-call");
            thread.setDaemon(true);
            return thread;
        });
        this.connection = connect(address);
    }

    /** Connects, hears, and learns all objects. */
    static BluezBus open(@Nullable String address, Listener listener) throws BleException, InterruptedException {
        BluezBus bus = new BluezBus(address, listener);
        try {
            bus.call("listen to the Bluetooth service", () -> {
                bus.listen();
                return true;
            });
            bus.learn();
            return bus;
        } catch (BleException | InterruptedException e) {
            bus.close();
            throw e;
        }
    }

    private DBusConnection connect(@Nullable String address) throws BleException {
        try {
            return connectNow(address);
        } catch (DBusException | RuntimeException e) {
            // The library now and then stumbles over a bus that has only just begun.
            try {
                return connectNow(address);
            } catch (DBusException | RuntimeException again) {
                callers.shutdown();
                throw new BleException(
                        BleProblem.NO_DAEMON, whyNoBus(address, String.valueOf(again.getMessage())), again);
            }
        }
    }

    private DBusConnection connectNow(@Nullable String address) throws DBusException {
        DBusConnectionBuilder builder =
                address == null ? DBusConnectionBuilder.forSystemBus() : DBusConnectionBuilder.forAddress(address);
        return builder.transportConfig()
                .withTimeout(BUS_LIMIT_MS)
                .back()
                .withShared(false)
                .withImportWeakReferences(true)
                .withDisconnectCallback(new IDisconnectCallback() {
                    @Override
                    public void disconnectOnError(IOException error) {
                        // Told before the signals that came last were heard: let them be heard first.
                        CompletableFuture.delayedExecutor(LAST_SIGNALS_MS, TimeUnit.MILLISECONDS)
                                .execute(() -> die(BleProblem.DAEMON_GONE, "the message bus was stopped"));
                    }
                })
                .build();
    }

    private static String whyNoBus(@Nullable String address, String message) {
        // The library cannot do without the file; slim systems may lack it.
        if (message.contains("MachineId")) {
            return "this system has no /etc/machine-id; `sudo systemd-machine-id-setup` makes one";
        }
        return "cannot connect to the message bus" + (address == null ? "" : " at " + address) + ": " + message;
    }

    private void listen() throws DBusException {
        connection.addSigHandler(
                ObjectManager.InterfacesAdded.class,
                signal -> signal.getInterfaces().forEach((iface, properties) -> {
                    Map<String, Object> values = plain(properties);
                    String path = signal.getSignalSource().getPath();
                    objects.put(path, iface, values);
                    listener.changed(path, iface, values);
                }));
        connection.addSigHandler(ObjectManager.InterfacesRemoved.class, signal -> {
            String path = signal.getSignalSource().getPath();
            objects.remove(path, signal.getInterfaces());
            signal.getInterfaces().forEach(iface -> listener.changed(path, iface, Map.of()));
        });
        connection.addSigHandler(Properties.PropertiesChanged.class, signal -> {
            if (signal.getPath().startsWith("/org/bluez")) {
                Map<String, Object> values = plain(signal.getPropertiesChanged());
                objects.change(signal.getPath(), signal.getInterfaceName(), values, signal.getPropertiesRemoved());
                listener.changed(signal.getPath(), signal.getInterfaceName(), values);
            }
        });
        connection.addSigHandler(DBus.NameOwnerChanged.class, signal -> {
            if (signal.name.equals(BLUEZ) && !signal.oldOwner.isEmpty()) {
                die(BleProblem.DAEMON_GONE, "the Bluetooth service left the message bus");
            }
        });
    }

    private void learn() throws BleException, InterruptedException {
        // Locked, so that signals which came during the answer are applied after it.
        objects.lock();
        try {
            call(
                            "ask for the Bluetooth objects",
                            () -> remote(ROOT, ObjectManager.class).GetManagedObjects())
                    .forEach((path, ifaces) -> ifaces.forEach(
                            (iface, properties) -> objects.put(path.getPath(), iface, plain(properties))));
        } finally {
            objects.unlock();
        }
    }

    private static Map<String, Object> plain(Map<String, Variant<?>> properties) {
        Map<String, Object> values = new HashMap<>();
        properties.forEach((name, value) -> values.put(name, value.getValue()));
        return values;
    }

    BluezObjects objects() {
        return objects;
    }

    /** Returns an object of the daemon. */
    <T extends DBusInterface> T remote(String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject(BLUEZ, path, type);
    }

    /** Runs a call on the bus and waits for its answer. */
    <T> T call(String what, Callable<T> call) throws BleException, InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        long number = calls.incrementAndGet();
        pending.put(number, answer);
        try {
            checkAlive();
            callers.execute(() -> {
                try {
                    answer.complete(call.call());
                } catch (Exception | LinkageError e) {
                    answer.completeExceptionally(e);
                }
            });
            return answer.get(BleBackend.LIMIT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw BluezErrors.explain(what, e.getCause() == null ? e : e.getCause());
        } catch (RejectedExecutionException e) {
            throw new BleException(BleProblem.CLOSED, what, e);
        } catch (TimeoutException e) {
            throw new BleException(BleProblem.TIMED_OUT, what + ": no answer", e);
        } finally {
            pending.remove(number);
        }
    }

    void checkAlive() throws BleException {
        BleException ended = end;
        if (ended != null) {
            throw new BleException(ended.problem(), ended.detail(), ended);
        }
    }

    private void die(BleProblem problem, String detail) {
        if (finish(problem, detail)) {
            listener.died(problem, detail);
        }
    }

    private synchronized boolean finish(BleProblem problem, String detail) {
        if (end != null) {
            return false;
        }
        BleException why = new BleException(problem, detail);
        end = why;
        pending.values().forEach(answer -> answer.completeExceptionally(why));
        objects.die();
        return true;
    }

    @Override
    public void close() {
        finish(BleProblem.CLOSED, "closed");
        callers.shutdown();
        connection.disconnect();
    }
}
