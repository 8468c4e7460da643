package org.thaw.itest;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Builds plugin jars from Java source, as bnd-maven-plugin would. */
final class PluginJar {
    private static final Pattern CLASS = Pattern.compile("package ([\\w.]+);.*?public final class (\\w+)", Pattern.DOTALL);

    private PluginJar() {
    }

    /** The Java source on the first-plugin page. */
    static String firstPlugin() {
        try {
            Matcher java = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Thaw.repository().resolve("platform/docs/first-plugin.md")));
            if (!java.find()) {
                throw new IllegalStateException("the first-plugin page holds no Java source");
            }
            return java.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles one source file and wraps it as a bundle. */
    static Path build(Path workFolder, String source, String version) {
        Matcher named = CLASS.matcher(source);
        if (!named.find()) {
            throw new IllegalArgumentException("no public class in\n" + source);
        }
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(workFolder), "plugin");
            Path file = Files.writeString(Files.createDirectories(folder.resolve("src")).resolve(named.group(2) + ".java"), source);
            Path classes = Files.createDirectories(folder.resolve("classes"));
            int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-parameters", "-cp", System.getProperty("java.class.path"), "-d",
                    classes.toString(), file.toString());
            if (code != 0) {
                throw new IllegalStateException("javac refused " + file);
            }
            Path jar = folder.resolve(named.group(2).toLowerCase(Locale.ROOT) + ".jar");
            bundle(classes, named.group(1), named.group(2).toLowerCase(Locale.ROOT), version, jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bundle(Path classes, String privatePackage, String name, String version, Path jar) throws IOException {
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            for (String entry : List.of(System.getProperty("java.class.path").split(":"))) {
                if (entry.contains("org.thaw.api") || entry.contains("platform/api") || entry.contains("annotation.bundle")) {
                    builder.addClasspath(new java.io.File(entry));
                }
            }
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("-privatepackage", privatePackage);
            try (Jar built = builder.build()) {
                if (!builder.isOk()) {
                    throw new IllegalStateException("bnd: " + builder.getErrors());
                }
                built.write(jar.toFile());
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
