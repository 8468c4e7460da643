package org.thaw.runtime.internal.fault;

import java.util.function.Supplier;

/** Calls into plugins: whatever they throw becomes a fault that names them. */
public final class Guard {
    private static final int DEEPEST = 20;
    private final String plugin;
    private final Calls calls;

    /** For a plugin, {@code learner ewc@0.1.0}, whose calls nobody watches. */
    public Guard(String plugin) {
        this(plugin, new Calls());
    }

    /** For a plugin whose calls are watched. */
    public Guard(String plugin, Calls calls) {
        this.plugin = plugin;
        this.calls = calls;
    }

    /** A call that is made so often that it is guarded by hand: {@link #enter} before it, {@link #fault} for what it throws. */
    public Calls.Call call(String name) {
        return calls.of(plugin, name);
    }

    /** Such a call begins. */
    public void enter(Calls.Call call) {
        calls.enter(call);
    }

    /** What the call returns, which must not be null. */
    public <T> T get(String call, Supplier<T> body) {
        T result;
        enter(call(call));
        try {
            result = body.get();
        } catch (Throwable e) {
            throw fault(call, e);
        }
        if (result == null) {
            throw fault(call, "it returned null");
        }
        return result;
    }

    /** Calls. */
    public void run(String call, Runnable body) {
        enter(call(call));
        try {
            body.run();
        } catch (Throwable e) {
            throw fault(call, e);
        }
    }

    /** The plugin did what it must not. */
    public PluginFaultException fault(String call, String problem) {
        return new PluginFaultException(plugin, call, problem);
    }

    /** What to throw for what a plugin threw: the host's own exception, if it came through the plugin, else a fault that names it. */
    public RunException fault(String call, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RunException own) {
                return own;
            }
            cause = cause.getCause();
        }
        return new PluginFaultException(plugin, call, thrown);
    }
}
