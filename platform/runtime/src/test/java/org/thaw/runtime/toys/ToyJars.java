package org.thaw.runtime.toys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thaw.api.Plugin;
import org.thaw.deployer.internal.PluginJar;

/** Toys as jars for a plugins folder. */
public final class ToyJars {
    private ToyJars() {
    }

    /** The learner. */
    public static PluginJar centroids(String version) {
        return with(PluginJar.empty("toys.centroids").version(version).offer(Plugin.Kind.LEARNER, "centroids", Centroids.Factory.class), Centroids.class);
    }

    /** What it takes besides: a protocol, an environment, a metric. */
    public static PluginJar surroundings() {
        PluginJar jar = PluginJar.empty("toys.surroundings").offer(Plugin.Kind.PROTOCOL, "halves", Scripts.Halves.Factory.class)
                .offer(Plugin.Kind.ENVIRONMENT, "blobs", Blobs.Factory.class).offer(Plugin.Kind.METRIC, "count", Scripts.Count.Factory.class);
        return with(with(jar, Scripts.class), Blobs.class);
    }

    /** Adds a class and all that lie within it, those without a name included. */
    private static PluginJar with(PluginJar jar, Class<?> type) {
        String folder = type.getPackageName().replace('.', '/') + "/";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(type.getResource(".").toURI()), type.getSimpleName() + "{,$*}.class")) {
            for (Path file : files) {
                jar.with(folder + file.getFileName(), Files.readAllBytes(file));
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
