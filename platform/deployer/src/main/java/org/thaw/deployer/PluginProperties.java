package org.thaw.deployer;

import org.thaw.api.Plugin;

/** The names of the properties that the deployer puts on the factory services it registers. */
public final class PluginProperties {
    /** {@code String}: the name of a {@link Plugin.Kind}. */
    public static final String KIND = "thaw.kind";
    /** {@code String}: the plugin's id. */
    public static final String ID = "thaw.id";
    /** {@code String}: the version of the bundle, in OSGi's form. */
    public static final String VERSION = "thaw.version";
    /** {@code String}: the hash of the jar, 64 lower-case hexadecimal digits. */
    public static final String SHA256 = "thaw.sha256";
    /** {@code String}: the name of the jar in the plugins folder. */
    public static final String FILE = "thaw.file";
    /** {@code String}: one sentence, may be empty. */
    public static final String SUMMARY = "thaw.summary";
    /** {@code String}: what to cite, may be empty. */
    public static final String SOURCE = "thaw.source";
    /** {@code String}: the format of what it saves, as {@code name:version}. */
    public static final String STATE = "thaw.state";
    /** {@code String[]}: formats besides its own that it restores, each as {@code name:version}. */
    public static final String ACCEPTS = "thaw.accepts";
    /** {@code String}: the name of a {@link org.thaw.api.Privilege}. */
    public static final String PRIVILEGE = "thaw.privilege";

    private PluginProperties() {
    }
}
