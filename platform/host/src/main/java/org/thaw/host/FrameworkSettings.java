package org.thaw.host;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;

/**
 * The properties of the framework, which every bundle can read: those set here, overridden by {@code framework.properties} of the configuration
 * folder, overridden by system properties of the same names.
 */
final class FrameworkSettings {
    static final String FILE = "framework.properties";

    /**
     * Packages of the host's class path and of the JDK that the framework hands to bundles and does not know by itself. One SLF4J serves bundles
     * made against its version 1.7 and against 2.
     */
    private static final String PACKAGES = String.join(",",
        "jdk.incubator.vector", "sun.misc",
        "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=2.0.17", "org.slf4j;org.slf4j.helpers;version=1.7.36",
        "org.osgi.service.log;version=1.5", "org.osgi.service.log.admin;version=1.0");

    private FrameworkSettings() {
    }

    static Map<String, String> of(Folders folders, Map<String, String> environment) throws StartException {
        Map<String, String> settings = new TreeMap<>();
        // a rebuilt plugin has its predecessor's name and version
        settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        // or else Felix makes threads for it in whoever's thread asks for a class first, and a run is blamed for what it has not started
        settings.put("felix.resolver.parallelism", "1");
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, PACKAGES);
        settings.put(Folders.PLUGINS, folders.defaultPlugins().toString());
        settings.put(Folders.STATE, Folders.defaultState(environment::get, System::getProperty).toString());
        settings.put("configurator.initial", files(folders.config().resolve("settings")));
        settings.put(Role.PROPERTY, "false");
        settings.putAll(read(folders.config().resolve(FILE)));
        settings.replaceAll((name, value) -> System.getProperty(name, value));
        settings.put(Folders.HOME, folders.home().toString());
        settings.put(Folders.CONFIG, folders.config().toString());
        settings.computeIfPresent(Folders.PLUGINS, (name, value) -> folders.home().resolve(value).toString());
        settings.computeIfPresent(Folders.STATE, (name, value) -> folders.home().resolve(value).toString());
        return settings;
    }

    private static Map<String, String> read(Path file) throws StartException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(file + " cannot be read (" + e.getMessage() + "); it must be a file of Java properties in UTF-8.", e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, name -> properties.getProperty(name).strip()));
    }

    /** The locations of the configuration files, as the Configurator wants them. */
    private static String files(Path folder) throws StartException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        List<String> locations = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            // a comma would separate two locations
            files.forEach(file -> locations.add(file.toUri().toString().replace(",", "%2C")));
        } catch (IOException e) {
            throw new StartException("The folder of settings " + folder + " cannot be read (" + e + ").", e);
        }
        locations.sort(null);
        return String.join(",", locations);
    }
}
