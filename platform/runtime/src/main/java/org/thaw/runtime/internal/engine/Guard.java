package org.thaw.runtime.internal.engine;

import java.util.function.Supplier;

/** Calls into plugins: whatever they throw becomes a fault that names them. */
final class Guard {
    private final String plugin;

    /** For a plugin, {@code learner ewc@0.1.0}. */
    Guard(String plugin) {
        this.plugin = plugin;
    }

    <T> T get(String call, Supplier<T> body) {
        T result;
        try {
            result = body.get();
        } catch (PluginFaultException | StoppedException e) {
            throw e;
        } catch (Throwable e) {
            throw new PluginFaultException(plugin, call, e);
        }
        if (result == null) {
            throw fault(call, "it returned null");
        }
        return result;
    }

    void run(String call, Runnable body) {
        try {
            body.run();
        } catch (PluginFaultException | StoppedException e) {
            throw e;
        } catch (Throwable e) {
            throw new PluginFaultException(plugin, call, e);
        }
    }

    PluginFaultException fault(String call, String problem) {
        return new PluginFaultException(plugin, call, problem);
    }

    PluginFaultException fault(String call, Throwable cause) {
        return new PluginFaultException(plugin, call, cause);
    }
}
