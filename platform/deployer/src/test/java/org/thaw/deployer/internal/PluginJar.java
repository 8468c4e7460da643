package org.thaw.deployer.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.thaw.api.Plugin;

/** Makes jars, good and bad. */
public final class PluginJar {
    private static final String API = "org.thaw.api,org.thaw.api.environment,org.thaw.api.learner,org.thaw.api.metric,org.thaw.api.protocol";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> capabilities = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private Optional<byte[]> ownManifest = Optional.empty();
    private boolean bare;

    /** A bundle that sees the interfaces of plugins and has nothing in it. */
    public static PluginJar empty(String symbolicName) {
        return new PluginJar().header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", symbolicName).header("Bundle-Version", "1.0.0").header("Import-Package", API);
    }

    static PluginJar named(String symbolicName) {
        PluginJar jar = empty(symbolicName);
        for (Class<?> type : sample.Parts.class.getDeclaredClasses()) {
            jar.with(type);
        }
        return jar.with(sample.Parts.class).with(sample.Settings.class);
    }

    /** A jar with one learner of that id. */
    static PluginJar learner(String id) {
        return named("test." + id).offer(Plugin.Kind.LEARNER, id, sample.Parts.OfLearners.class);
    }

    /** An empty value takes the header away. */
    PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public PluginJar version(String version) {
        return header("Bundle-Version", version);
    }

    /** Makes the bytes differ and nothing else. */
    PluginJar salted(String salt) {
        entries.put("salt", salt.getBytes());
        return this;
    }

    public PluginJar offer(Plugin.Kind kind, String id, Class<?> factory) {
        return capability("class=\"" + factory.getName() + "\";kind=" + kind + ";id=\"" + id + "\"");
    }

    PluginJar capability(String attributes) {
        capabilities.add(Plugin.NAMESPACE + ";" + attributes);
        return this;
    }

    public PluginJar with(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            return with(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PluginJar with(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    PluginJar without(Class<?> type) {
        entries.remove(type.getName().replace('.', '/') + ".class");
        return this;
    }

    /** Instead of what the headers would make. */
    PluginJar manifest(byte[] bytes) {
        ownManifest = Optional.of(bytes);
        return this;
    }

    PluginJar withoutManifest() {
        bare = true;
        return this;
    }

    byte[] entry(String name) {
        return entries.get(name).clone();
    }

    byte[] bytes() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        if (!capabilities.isEmpty()) {
            headers.put("Provide-Capability", String.join(",", capabilities));
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                manifest.getMainAttributes().putValue(name, value);
            }
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            if (!bare) {
                add(out, "META-INF/MANIFEST.MF", ownManifest.isPresent() ? ownManifest.get() : manifestBytes(manifest));
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(out, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As careful people do it: complete under another name, then moved into place. */
    public void dropInto(Path folder, String file) throws IOException {
        move(draft(folder, file), folder.resolve(file));
    }

    /** The same, of another age: whoever sees the file sees that, too. */
    public void dropInto(Path folder, String file, Instant written) throws IOException {
        move(Files.setLastModifiedTime(draft(folder, file), FileTime.from(written)), folder.resolve(file));
    }

    private Path draft(Path folder, String file) throws IOException {
        return Files.write(folder.resolve(file + ".part"), bytes());
    }

    private static void move(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] manifestBytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);   // equal contents, equal bytes
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
