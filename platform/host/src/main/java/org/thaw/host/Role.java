package org.thaw.host;

import java.util.List;
import java.util.Map;

/** What the process is for. Both have the same framework; a child has no terminal, and no bundles that only a terminal needs. */
enum Role {
    /** Carries out a person's commands. */
    HOST("true", List.of()),
    /** Carries out runs for a host, which starts it. */
    CHILD("child", List.of("org.thaw.shell", "org.thaw.report", "org.apache.felix.gogo.", "org.apache.felix.configurator", "org.apache.felix.cm.json", "org.apache.felix.metatype",
        "jakarta.json", "jline", "picocli", "protobuf-java", "org.osgi.util.converter"));

    /** The system property that says whether it is a child; bundles read it as a property of the framework. */
    static final String PROPERTY = "thaw.child";

    private final String command;
    private final List<String> without;

    Role(String command, List<String> without) {
        this.command = command;
        this.without = without;
    }

    /** By the properties of the framework. */
    static Role of(Map<String, String> settings) {
        return Boolean.parseBoolean(settings.get(PROPERTY)) ? CHILD : HOST;
    }

    /** The value of {@code thaw.command} on the service that carries out its arguments. */
    String command() {
        return command;
    }

    /** Whether a bundle of the installation is of use to it. @param file the name of its jar */
    boolean needs(String file) {
        return without.stream().noneMatch(file::startsWith);
    }
}
