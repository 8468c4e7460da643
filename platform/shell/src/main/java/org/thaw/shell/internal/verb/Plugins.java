package org.thaw.shell.internal.verb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.thaw.api.Plugin;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Problem;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Table;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All plugins, and the jars that are none. */
@Command(mixinStandardHelpOptions = true, description = "Lists all plugins, and the jars of the plugins folder that could not be taken in.")
final class Plugins implements Callable<Integer> {
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
        Function<Deployment, String> note = Plugins::note;
        List<String> notes = jars.stream().map(note).filter(text -> !text.isEmpty()).toList();
        if (!notes.isEmpty()) {
            console.out().println();
            notes.forEach(text -> Text.wrap(text, console.width()).forEach(console.out()::println));
        }
    }

    private static String note(Deployment jar) {
        return switch (jar.state()) {
            case SERVING -> "";
            case PENDING -> jar.file() + ": may not be completely written yet";
            case REPLACED -> jar.file() + " " + jar.version() + ": replaced by newer bytes; serves " + Text.count(jar.leases(), "run") + " to the end";
            case REMOVED -> jar.file() + " " + jar.version() + ": removed; serves " + Text.count(jar.leases(), "run") + " to the end";
            case FAILED -> {
                String sentence = jar.problem().map(Problem::sentence).orElse("");
                yield sentence.startsWith(jar.file()) ? sentence : jar.file() + ": " + sentence;
            }
        };
    }
}
