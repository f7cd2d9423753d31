package org.soothe.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.soothe.engine.Engine;

/**
 * The method version: a fingerprint of the very code from events to snapshots. Two programs with the same one compute the same
 * numbers; with another, numbers may differ, and the changelog says which do. Stateless.
 */
public final class MethodBuild {
    private static final List<String> STAGES =
            List.of("event", "beat", "artifact", "hrv", "breathing", "response", "engine");
    private static final String BASE = "org/soothe/";
    private static final int SHOWN_BYTES = 8;

    private MethodBuild() {}

    private static final class Holder {
        static final String HERE = compute();
    }

    /** Returns the fingerprint of this program. */
    public static String here() {
        return Holder.HERE;
    }

    private static String compute() {
        try {
            Path code = Path.of(Engine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            SortedMap<String, byte[]> classes = Files.isDirectory(code) ? ofFolder(code) : ofJar(code);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            classes.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read its own code", e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the program cannot find its own code", e);
        }
    }

    private static SortedMap<String, byte[]> ofFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(BASE))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (isStage(name)) {
                    classes.put(name, Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }

    private static SortedMap<String, byte[]> ofJar(Path jar) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry :
                    file.stream().filter(e -> isStage(e.getName())).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    classes.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    private static boolean isStage(String name) {
        return name.endsWith(".class") && STAGES.stream().anyMatch(stage -> name.startsWith(BASE + stage + "/"));
    }
}
