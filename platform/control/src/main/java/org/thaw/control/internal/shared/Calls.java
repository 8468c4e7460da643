package org.thaw.control.internal.shared;

/** Calls into plugins, as progress names them: {@code learner ewc@0.1.0 learn}. */
public final class Calls {
    private Calls() {
    }

    /** The plugin of a call, {@code learner ewc@0.1.0}; empty for none. */
    public static String plugin(String call) {
        int verb = call.lastIndexOf(' ');
        return verb < 0 ? call : call.substring(0, verb);
    }
}
