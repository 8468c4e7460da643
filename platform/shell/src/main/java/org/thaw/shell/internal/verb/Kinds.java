package org.thaw.shell.internal.verb;

import java.util.List;
import java.util.Locale;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Table;
import picocli.CommandLine.Command;

/** The plugins of one kind. */
@Command(mixinStandardHelpOptions = true, footer = {"", "thaw describe <id> tells all about one of them."})
final class Kinds implements Runnable {
    private final Services services;
    private final Console console;
    private final Plugin.Kind kind;

    Kinds(Services services, Console console, Plugin.Kind kind) {
        this.services = services;
        this.console = console;
        this.kind = kind;
    }

    @Override
    public void run() {
        List<PluginEntry> entries = services.catalog().entries(kind);
        if (entries.isEmpty()) {
            console.out().println("There are no " + kind.name().toLowerCase(Locale.ROOT) + "s. What is in the plugins folder but failed is listed by: plugins");
            return;
        }
        boolean learners = kind == Plugin.Kind.LEARNER;
        Table table = learners ? new Table("id", "version", "sees", "what it is") : new Table("id", "version", "what it is");
        for (PluginEntry entry : entries) {
            if (learners) {
                table.row(entry.id(), entry.version(), Sights.brief(entry.privilege()), entry.summary());
            } else {
                table.row(entry.id(), entry.version(), entry.summary());
            }
        }
        console.out().print(table.render(console.width(), console.colour()));
    }
}
