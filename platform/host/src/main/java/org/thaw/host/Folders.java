package org.thaw.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where things are. The installation may be read-only; all that the host writes goes to the state folder.
 *
 * @param home    the installation
 * @param config  settings of the host; usually {@code config} of the installation
 */
record Folders(Path home, Path config) {
    static final String HOME = "thaw.home";
    static final String CONFIG = "thaw.config";
    static final String PLUGINS = "thaw.plugins";
    static final String STATE = "thaw.state";

    /** Those that the system properties name. */
    static Folders of(UnaryOperator<String> properties) throws StartException {
        String named = Optional.ofNullable(properties.apply(HOME)).orElseThrow(
            () -> new StartException("The system property " + HOME + " is not set: it names the installation; bin/thaw sets it."));
        Path home = Path.of(named).toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("platform"))) {
            throw new StartException("There is no installation in " + home + ": the folder platform is missing.");
        }
        Path config = Optional.ofNullable(properties.apply(CONFIG)).map(home::resolve).orElse(home.resolve("config"));
        return new Folders(home, config.toAbsolutePath().normalize());
    }

    /** The watched folder, unless something else is set. */
    Path defaultPlugins() {
        return home.resolve("plugins");
    }

    /** Where the host keeps what outlives it, unless something else is set: the user's, so that the installation can belong to someone else. */
    static Path defaultState(UnaryOperator<String> environment, UnaryOperator<String> properties) {
        return Optional.ofNullable(environment.apply("XDG_STATE_HOME")).filter(text -> text.startsWith("/"))
            .map(Path::of)
            .orElseGet(() -> Path.of(properties.apply("user.home"), ".local", "state"))
            .resolve("thaw");
    }

    /** Makes sure that a folder is there and can be written to. */
    static void require(String property, Path folder) throws StartException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartException("The folder " + folder + " cannot be made (" + e + "); name another one with -D" + property + "=… in THAW_JAVA_OPTS.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new StartException("The folder " + folder + " cannot be written to; name another one with -D" + property + "=… in THAW_JAVA_OPTS.");
        }
    }
}
