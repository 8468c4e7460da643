package org.thaw.host;

import java.nio.file.Path;
import java.util.Map;

/**
 * The process: a framework, its bundles, one command, and an exit code: 0 done, 1 a run failed or the host cannot start, 2 bad input. It ends with
 * {@link System#exit} in any case, as threads of the framework or of a plugin may be left.
 */
public final class Main {
    static final int FAILED = 1;

    private Main() {
    }

    public static void main(String[] arguments) {
        StandardError.unfiltered();
        Ending ending = new Ending(Thread.currentThread(), System.err);
        Runtime.getRuntime().addShutdownHook(ending);
        Interruption.handle(ending);
        int code = FAILED;
        try {
            code = run(ending, arguments);
        } catch (InterruptedException e) {
            System.err.println("thaw: interrupted");
        } catch (Throwable e) {   // whatever it is, the process must not hang in other threads
            if (ending.begun()) {
                System.err.println("thaw: interrupted");   // in the midst of something that does not like that, such as the framework's start
            } else {
                System.err.println("thaw: internal error, please report it:");
                e.printStackTrace();
            }
        } finally {
            System.out.flush();
            System.err.flush();
            ending.done();
            System.exit(code);
        }
    }

    /** The framework's property that says whether this host serves a shell, rather than one command. */
    private static final String SERVING = "thaw.serving";

    private static int run(Ending ending, String... arguments) throws InterruptedException {
        try {
            Folders folders = Folders.of(System::getProperty);
            Map<String, String> settings = FrameworkSettings.of(folders, System.getenv());
            Path state = Path.of(settings.get(Folders.STATE));
            Folders.require(Folders.STATE, state);
            Role role = Role.of(settings);
            settings.put(SERVING, Boolean.toString(role == Role.HOST && arguments.length == 0));
            Path logs = state.resolve("log");
            // the logs of the latest hosts are kept, and one host may have many children
            try (HostLog log = HostLog.installed(role == Role.CHILD ? logs.resolve("children") : logs, System.err)) {
                return run(ending, folders, settings, log, arguments);
            }
        } catch (StartException e) {
            System.err.println("thaw: " + e.getMessage());
            return FAILED;
        }
    }

    private static int run(Ending ending, Folders folders, Map<String, String> settings, HostLog log, String... arguments)
            throws InterruptedException {
        try (Storage storage = Storage.create(Path.of(System.getProperty("java.io.tmpdir")));
                Host host = Host.create(forStorage(settings, storage), storage.folder(), log)) {
            ending.tell(host);
            return host.run(folders.home(), arguments);
        } catch (StartException e) {
            System.err.println("thaw: " + e.getMessage());
            log.file().ifPresent(file -> System.err.println("thaw: the log is " + file));
            return FAILED;
        }
    }

    /** A child takes no plugins from a folder: its runs name the jars that they need, and the store has them. */
    private static Map<String, String> forStorage(Map<String, String> settings, Storage storage) {
        if (Role.of(settings) == Role.CHILD) {
            settings.put(Folders.PLUGINS, storage.folder().resolveSibling("plugins").toString());
        }
        return settings;
    }
}
