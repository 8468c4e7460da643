package org.thaw.shell.internal.gogo;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What Gogo's JLine bundle would register if it were started: files, filters and control flow, as in {@code learners | grep ewc}. */
@Component(service = {}, immediate = true)
public final class Everyday {
    private static final String SCOPE = "gogo";
    private static final String[] FILES = {"cat", "cd", "clear", "date", "echo", "grep", "head", "less", "ls", "pwd", "sleep", "sort", "tail", "wc"};
    private static final String[] CONTROL = {"break", "continue", "each", "if", "not", "throw", "try", "until", "while"};
    private static final String[] SESSION = {"bg", "fg", "format", "history", "jobs", "keymap", "new", "set", "setopt", "tac", "type", "unsetopt", "widget"};

    private final List<ServiceRegistration<Object>> registrations = new ArrayList<>();

    @Activate
    public Everyday(BundleContext context, @Reference CommandProcessor processor) {
        register(context, new Posix(processor), FILES);
        register(context, new Procedural(), CONTROL);
        register(context, new Builtin(), SESSION);
    }

    @Deactivate
    void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private void register(BundleContext context, Object commands, String... functions) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, functions);
        registrations.add(context.registerService(Object.class, commands, properties));
    }
}
