package org.thaw.shell.internal.verb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.thaw.api.Plugin;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Problem;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Table;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All plugins, and the jars that they come in. */
@Command(mixinStandardHelpOptions = true, description = {"Lists all plugins, and the jars that they come in.",
    "Older versions that runs still hold are listed too, and jars that could not be taken in, with the reason."})
final class Plugins implements Callable<Integer> {
    /** So many digits of a hash tell jars apart. */
    private static final int SHORT = 12;

    private final Services services;
    private final Console console;

    @Option(names = "--leaks", description = "Instead names the plugins that have left but whose classes stay in memory. Collects garbage first.")
    private boolean leaks;

    Plugins(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (leaks) {
            List<String> lingering = services.deployer().lingering();
            console.out().println(lingering.isEmpty() ? "No plugin that has left stays in memory."
                    : "These plugins have left, but something still holds their classes: " + String.join(", ", lingering));
        } else {
            list();
        }
        return 0;
    }

    private void list() {
        List<Deployment> jars = services.deployer().deployments();
        Map<String, String> files = jars.stream().collect(Collectors.toMap(Deployment::sha256, Deployment::file, (a, b) -> a));
        Table table = new Table("kind", "id", "version", "jar", "what it is");
        for (Plugin.Kind kind : Plugin.Kind.values()) {
            for (PluginEntry entry : services.catalog().entries(kind)) {
                table.row(kind.name().toLowerCase(Locale.ROOT), entry.id(), entry.version(), files.getOrDefault(entry.sha256(), entry.bundle()), entry.summary());
            }
        }
        console.out().print(table.isEmpty() ? "There are no plugins.\n" : table.render(console.width(), console.colour()));
        jars(jars.stream().filter(jar -> jar.state() != State.FAILED).toList());
        List<Deployment> failed = jars.stream().filter(jar -> jar.state() == State.FAILED).toList();
        if (!failed.isEmpty()) {
            console.out().println();
            failed.forEach(jar -> Text.wrap(fault(jar), console.width()).forEach(console.out()::println));
        }
    }

    private void jars(List<Deployment> jars) {
        if (jars.isEmpty()) {
            return;
        }
        Table table = new Table("jar", "version", "sha-256", "leases", "state");
        for (Deployment jar : jars) {
            table.row(jar.file(), jar.version(), jar.sha256().substring(0, Math.min(SHORT, jar.sha256().length())), jar.leases() == 0 ? "" : "" + jar.leases(), state(jar));
        }
        console.out().println();
        console.out().print(table.render(console.width(), console.colour()));
    }

    private static String state(Deployment jar) {
        String serves = "; serves " + Text.count(jar.leases(), "run") + " to the end";
        return switch (jar.state()) {
            case SERVING -> "serving";
            case PENDING -> "may not be completely written yet";
            case REPLACED -> "replaced by newer bytes" + serves;
            case REMOVED -> "removed" + serves;
            case RECALLED -> "recalled from the store" + serves;
            case FAILED -> "failed";
        };
    }

    private static String fault(Deployment jar) {
        String sentence = jar.problem().map(Problem::sentence).orElse("");
        return sentence.startsWith(jar.file()) ? sentence : jar.file() + ": " + sentence;
    }
}
