package org.thaw.control.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.thaw.control.internal.wire.Connection;
import org.thaw.control.internal.wire.RuntimeFolder;
import org.thaw.runtime.run.Laboratory;

/** This host's control socket: it answers other hosts, and takes in child processes. A child has none. */
@Component(service = ControlSocket.class, immediate = true, configurationPid = "org.thaw.control")
@Designate(ocd = Settings.class)
public final class ControlSocket implements Reception {
    /** The framework property by which a child process knows that it is one. */
    public static final String CHILD = "thaw.child";
    private static final System.Logger LOG = System.getLogger(ControlSocket.class.getName());

    private final BundleContext context;
    private final RuntimeFolder folder;
    private final Tokens tokens = new Tokens();
    private Optional<Door> door = Optional.empty();
    private String fault = "it is a child process";

    @Activate
    public ControlSocket(BundleContext context, Settings settings) {
        this.context = context;
        this.folder = RuntimeFolder.of(settings.folder(), Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")), Path.of(System.getProperty("java.io.tmpdir")),
                System.getProperty("user.name"));
        if (Boolean.parseBoolean(context.getProperty(CHILD))) {
            return;
        }
        try {
            door = Optional.of(new Door(folder.place(ProcessHandle.current().pid()), tokens, new Requests(this::laboratory)));
        } catch (IOException | UnsupportedOperationException e) {
            // without it the host can still run experiments itself
            fault = e.getMessage();
            LOG.log(System.Logger.Level.WARNING, "other hosts cannot reach this one, and runs cannot have processes of their own: {0}", fault);
        }
    }

    @Deactivate
    void deactivate() {
        door.ifPresent(Door::close);
    }

    @Override
    public Path path() throws IOException {
        return door.map(Door::path).orElseThrow(() -> new IOException("this host has no control socket: " + fault));
    }

    /** Where other hosts listen. */
    public RuntimeFolder folder() {
        return folder;
    }

    @Override
    public String expect(Function<Connection, Connection.Handler> child) {
        return tokens.issue(child);
    }

    /** Looked up when it is needed: it may need launchers, which need this. */
    private Optional<Laboratory> laboratory() {
        return Optional.ofNullable(context.getServiceReference(Laboratory.class)).map(this::get);
    }

    private Laboratory get(ServiceReference<Laboratory> reference) {
        return context.getService(reference);
    }
}
