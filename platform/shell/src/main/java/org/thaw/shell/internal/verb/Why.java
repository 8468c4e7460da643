package org.thaw.shell.internal.verb;

import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Why a plugin is not there. */
@Command(mixinStandardHelpOptions = true, description = "Says in one sentence why a plugin is not available, or that it is, and from where.")
final class Why implements Runnable {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "<id|file>", description = "A plugin's id, or the name of a file in the plugins folder.")
    private String name;

    Why(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        Text.wrap(services.deployer().why(name), console.width()).forEach(console.out()::println);
    }
}
