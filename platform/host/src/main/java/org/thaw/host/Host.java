package org.thaw.host;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The framework with the installation's bundles in it, from its start to its end. It knows no verbs: the shell's bundle has them. */
final class Host implements AutoCloseable {
    private static final String DEPLOYER = "org.thaw.deployer";
    /** What asks about the program needs no plugins, and need not wait for them. */
    private static final Set<String> ABOUT = Set.of("help", "-h", "--help", "-V", "--version");
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration START_AFTER_ERRORS = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(Host.class.getName());

    private final HostLog log;
    private final Framework framework;
    private final Role role;

    private Host(Framework framework, HostLog log, Role role) {
        this.framework = framework;
        this.log = log;
        this.role = role;
    }

    /** A host whose framework is ready for bundles. */
    static Host create(Map<String, String> settings, Path storage, HostLog log) throws StartException {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.putIfAbsent(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put("felix.log.logger", new FrameworkLogger());
        Framework framework = new Felix(properties);
        try {
            framework.start();
        } catch (BundleException e) {
            throw new StartException("The framework does not start: " + e.getMessage(), e);
        }
        new LogServiceListener(framework.getBundleContext()).open();
        return new Host(framework, log, Role.of(settings));
    }

    /** Starts the bundles, waits for the plugins, and has the arguments carried out. Returns the exit code. */
    int run(Path home, String... arguments) throws StartException, InterruptedException {
        Platform platform = new Platform(framework.getBundleContext(), role);
        platform.start(home);
        platform.faults().forEach((file, reason) -> LOG.log(Level.SEVERE, "{0} does not start: {1}.", new Object[] {file, reason}));
        ToIntFunction<String[]> command = command();
        if (role == Role.HOST && (arguments.length == 0 || !(ABOUT.contains(arguments[0]) || ABOUT.contains(arguments[arguments.length - 1])))) {
            settle();
        }
        log.started();
        try {
            return command.applyAsInt(arguments.clone());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.log(Level.SEVERE, "internal error in \"" + String.join(" ", arguments) + "\", please report it", e);
            return Main.FAILED;
        } finally {
            quieten();
        }
    }

    /** Tells what is under way to stop, and waits for what wants to be waited for. */
    void tellToStop() {
        try {
            new Services(framework.getBundleContext()).stoppers().forEach(Runnable::run);
        } catch (RuntimeException e) {
            // the framework is going down already, or a bundle's fault: the rest of the ending must go on
            LOG.log(Level.FINE, "not everybody could be told to stop", e);
        }
    }

    /** Stops the framework, within a bounded time. */
    @Override
    public void close() throws InterruptedException {
        // an interruption was for the command, and that is over
        Thread.interrupted();
        try {
            framework.stop();
            framework.waitForStop(STOP.toMillis());
        } catch (InterruptedException e) {
            framework.waitForStop(STOP.toMillis());
        } catch (BundleException e) {
            LOG.log(Level.WARNING, "the framework does not stop", e);
        }
    }

    /** What the command printed is all that standard output is for; some bundles have remarks about their stopping. */
    private void quieten() {
        log.ending();
        System.out.flush();
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    private ToIntFunction<String[]> command() throws StartException, InterruptedException {
        Duration patience = log.firstError().isPresent() ? START_AFTER_ERRORS : START;
        return new Services(framework.getBundleContext()).command(role.command(), patience)
            .orElseThrow(() -> new StartException("The command line did not come up" + because() + "."));
    }

    private void settle() throws StartException, InterruptedException {
        if (!installed(DEPLOYER)) {
            return;
        }
        Services services = new Services(framework.getBundleContext());
        if (!services.deployerIsUp()) {
            throw new StartException("The deployer of plugins did not start" + because() + ".");
        }
        if (!services.settle(SETTLE)) {
            LOG.log(Level.WARNING, "the plugins folder {0} is still being written to; going on without what is not complete",
                framework.getBundleContext().getProperty(Folders.PLUGINS));
        }
    }

    private boolean installed(String symbolicName) {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                return true;
            }
        }
        return false;
    }

    private String because() {
        return log.firstError().map(error -> ": " + error.replaceAll("\\.$", "")).orElse("");
    }
}
