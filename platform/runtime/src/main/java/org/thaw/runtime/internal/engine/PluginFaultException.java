package org.thaw.runtime.internal.engine;

/** A plugin threw, or handed back what it must not. Says which plugin, in which call. */
final class PluginFaultException extends RuntimeException {
    private final String plugin;

    PluginFaultException(String plugin, String call, Throwable cause) {
        super(plugin + " failed in " + call + ": " + said(cause), cause);
        this.plugin = plugin;
    }

    PluginFaultException(String plugin, String call, String problem) {
        super(plugin + " failed in " + call + ": " + problem);
        this.plugin = plugin;
    }

    private static String said(Throwable cause) {
        boolean plain = cause instanceof IllegalArgumentException || cause instanceof IllegalStateException || cause instanceof org.thaw.api.MissingDataException;
        return plain && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }

    /** {@code learner ewc@0.1.0}. */
    String plugin() {
        return plugin;
    }
}
