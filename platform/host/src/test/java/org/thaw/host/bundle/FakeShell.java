package org.thaw.host.bundle;

import java.io.PrintStream;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Stands in for the shell: what a command line can do to its host. */
public final class FakeShell implements BundleActivator, ToIntFunction<String[]> {
    private final PrintStream out = System.out;
    private BundleContext context;

    @Override
    public void start(BundleContext started) {
        context = started;
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("thaw.command", Boolean.parseBoolean(context.getProperty("thaw.child")) ? "child" : true);
        context.registerService(ToIntFunction.class, this, properties);
        Dictionary<String, Object> stop = new Hashtable<>();
        stop.put("thaw.stop", true);
        context.registerService(Runnable.class, () -> System.out.println("told to stop"), stop);
    }

    @Override
    public void stop(BundleContext stopped) {
        System.out.println("noise");
        out.println("stopped in order");
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return switch (arguments.length == 0 ? "" : arguments[0]) {
            case "say" -> say(String.join("|", arguments), 0);
            case "property" -> say(String.valueOf(context.getProperty(arguments[1])), 0);
            case "code" -> Integer.parseInt(arguments[1]);
            case "fail" -> throw new IllegalStateException("no such luck");
            case "wait" -> await();
            case "deaf" -> ignoreEverything();
            case "thread" -> leaveThread();
            default -> 2;
        };
    }

    private static int say(String line, int code) {
        System.out.println(line);
        System.err.println("aside");
        return code;
    }

    private static int await() {
        System.out.println("waiting");
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            System.out.println("interrupted");
            return 1;
        }
    }

    private static int ignoreEverything() {
        System.out.println("waiting");
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // deaf
            }
        }
    }

    private static int leaveThread() {
        new Thread(FakeShell::ignoreEverything).start();
        return 0;
    }
}
