package org.thaw.shell.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.CommandProcessor;
import org.jline.terminal.Terminal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Terminals;
import org.thaw.shell.internal.gogo.Prompt;
import org.thaw.shell.internal.verb.Verbs;

/** The command line, for the host: a program's arguments to its exit code. Without arguments it is the interactive shell. */
@Component(service = ToIntFunction.class, property = "thaw.command:Boolean=true")
public final class ThawCommand implements ToIntFunction<String[]> {
    private final BundleContext context;
    private final Services services;
    private final StopRuns stopper;

    @Activate
    public ThawCommand(BundleContext context, @Reference Services services, @Reference StopRuns stopper) {
        this.context = context;
        this.services = services;
        this.stopper = stopper;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return arguments.length == 0 ? shell() : verb(List.of(arguments));
    }

    private int verb(List<String> words) {
        Path here = Path.of("").toAbsolutePath();
        Optional<Terminal> terminal = Terminals.open(false);
        try {
            Console console = terminal.map(found -> Console.on(found, System.out, System.err, Optional.empty(), here))
                    .orElseGet(() -> Console.plain(System.out, System.err, here));
            return new Verbs(services, Version.of(context.getBundle())).execute(console, words);
        } finally {
            terminal.ifPresent(ThawCommand::close);
        }
    }

    private int shell() {
        // looked up when it is needed: the command line works without Gogo
        ServiceReference<CommandProcessor> processor = context.getServiceReference(CommandProcessor.class);
        if (processor == null) {
            System.err.println("thaw: the shell needs the bundle org.apache.felix.gogo.runtime, which is not active; thaw --help lists what works without it");
            return Verbs.FAILED;
        }
        try {
            Prompt prompt = new Prompt(context.getService(processor), services, Version.of(context.getBundle()), stopper::stopping);
            Optional<Terminal> terminal = Terminals.open(true);
            try {
                return terminal.map(prompt::interactive).orElseGet(prompt::script);
            } finally {
                terminal.ifPresent(ThawCommand::close);
            }
        } finally {
            context.ungetService(processor);
        }
    }

    private static void close(Terminal terminal) {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be given back", e);
        }
    }
}
