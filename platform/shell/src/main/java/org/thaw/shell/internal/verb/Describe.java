package org.thaw.shell.internal.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thaw.api.Plugin;
import org.thaw.api.StateId;
import org.thaw.deployer.Deployment;
import org.thaw.runtime.catalog.ParameterInfo;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Names;
import org.thaw.shell.internal.console.Table;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** All about one plugin. */
@Command(mixinStandardHelpOptions = true, description = "Tells all about a plugin: what it is, where it comes from, its hyperparameters.")
final class Describe implements Runnable {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "<id>", description = "A plugin's id, as lists give it; with a version if need be: ewc@0.1.0.")
    private String id;

    Describe(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        List<PluginEntry> found = new ArrayList<>();
        for (Plugin.Kind kind : Plugin.Kind.values()) {
            find(kind).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            List<String> ids = services.catalog().entries().stream().map(PluginEntry::id).distinct().sorted().toList();
            boolean known = id.contains("@") && ids.contains(id.substring(0, id.indexOf('@')));
            throw new BadInputException(known ? "\"" + id + "\": not available in that version; " + services.deployer().why(id)
                    : "no plugin has the id \"" + id + "\"; " + Names.hint(id, ids));
        }
        for (int i = 0; i < found.size(); i++) {
            console.out().print(i == 0 ? "" : "\n");
            describe(found.get(i));
        }
    }

    private Optional<PluginEntry> find(Plugin.Kind kind) {
        try {
            return Optional.of(services.catalog().find(kind, id));
        } catch (UnknownPluginException e) {
            return Optional.empty();
        }
    }

    private void describe(PluginEntry entry) {
        console.out().println(entry.label());
        Text.wrap(entry.summary(), console.width()).forEach(console.out()::println);
        console.out().println();
        Table facts = new Table("", "");
        if (!entry.source().isEmpty()) {
            facts.row("source", entry.source());
        }
        if (entry.kind() == Plugin.Kind.LEARNER) {
            facts.row("sees", Sights.sentence(entry.privilege()));
        }
        if (entry.kind() == Plugin.Kind.LEARNER || entry.kind() == Plugin.Kind.ENVIRONMENT) {
            List<String> others = entry.accepts().stream().skip(1).map(StateId::toString).toList();
            facts.row("state", entry.state() + (others.isEmpty() ? "" : "; also restores " + String.join(", ", others)));
        }
        String jar = services.deployer().deployments().stream().filter(each -> each.sha256().equals(entry.sha256())).map(Deployment::file).findFirst().orElse("");
        facts.row("jar", (jar.isEmpty() ? "" : jar + ", ") + "bundle " + entry.bundle() + " " + entry.version());
        facts.row("sha-256", entry.sha256());
        console.out().print(facts.render(console.width(), console.colour()));
        console.out().println();
        parameters(entry.parameters());
    }

    private void parameters(List<ParameterInfo> parameters) {
        if (parameters.isEmpty()) {
            console.out().println("It has no hyperparameters.");
            return;
        }
        Table table = new Table("hyperparameter", "type", "default", "range", "meaning");
        for (ParameterInfo each : parameters) {
            table.row(each.name(), each.type(), each.byDefault().isEmpty() ? "(must be given)" : each.byDefault(), each.range(),
                    each.meaning() + (each.source().isEmpty() ? "" : " [default: " + each.source() + "]"));
        }
        console.out().print(table.render(console.width(), console.colour()));
    }
}
