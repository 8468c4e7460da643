package org.thaw.runtime.catalog;

import org.thaw.api.Plugin;

/** No plugin of that kind and name is there. The message says what is, and which name is nearest. */
public final class UnknownPluginException extends RuntimeException {
    private final transient Plugin.Kind kind;
    private final String reference;
    private final String nearest;

    public UnknownPluginException(Plugin.Kind kind, String reference, String nearest, String message) {
        super(message);
        this.kind = kind;
        this.reference = reference;
        this.nearest = nearest;
    }

    /** The kind that was asked for. */
    public Plugin.Kind kind() {
        return kind;
    }

    /** What was asked for. */
    public String reference() {
        return reference;
    }

    /** The nearest known id; empty if none is near. */
    public String nearest() {
        return nearest;
    }
}
