package org.thaw.shell.internal.gogo;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.verb.Verbs;

/** Registers each verb as a Gogo function in the scope {@code thaw}, for any Gogo shell that runs here. */
@Component(service = {}, immediate = true)
public final class GogoVerbs {
    /** The scope. */
    public static final String SCOPE = "thaw";

    private final List<ServiceRegistration<Function>> registrations = new ArrayList<>();

    @Activate
    public GogoVerbs(BundleContext context, @Reference Services services) {
        Verbs verbs = new Verbs(services, context.getBundle().getVersion().toString());
        Verbs.names().forEach(verb -> register(context, verb, new GogoVerb(verbs, List.of(verb))));
        // what is written for the command line can be pasted at the prompt
        register(context, SCOPE, new GogoVerb(verbs, List.of()));
    }

    @Deactivate
    void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private void register(BundleContext context, String name, Function function) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, name);
        registrations.add(context.registerService(Function.class, function, properties));
    }
}
