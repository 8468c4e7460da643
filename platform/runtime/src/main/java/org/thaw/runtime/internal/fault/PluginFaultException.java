package org.thaw.runtime.internal.fault;

/** A plugin threw, or handed back what it must not. Says which plugin, in which call. */
public final class PluginFaultException extends RunException {
    private final String plugin;
    private final String call;

    PluginFaultException(String plugin, String call, Throwable cause) {
        super(plugin + " failed in " + call + ": " + Reasons.of(cause), cause, true);
        this.plugin = plugin;
        this.call = call;
    }

    PluginFaultException(String plugin, String call, String problem) {
        super(plugin + " failed in " + call + ": " + problem, null, true);
        this.plugin = plugin;
        this.call = call;
    }

    /** {@code learner ewc@0.1.0}. */
    public String plugin() {
        return plugin;
    }

    /** {@code learn}. */
    public String call() {
        return call;
    }
}
