package org.thaw.runtime.folder;

/**
 * How a run ended.
 *
 * @param status  {@code done} or {@code failed}
 * @param message for a failed run what went wrong; else empty
 * @param plugin  for a failed run whose fault it was, {@code learner ewc@0.1.0}; else empty
 * @param phase   for a failed run the phase it was in; else empty
 */
public record RunEnd(String status, String message, String plugin, String phase) {
    public RunEnd {
        if (status == null) {
            throw new IllegalArgumentException("the field \"status\" is missing; expected done or failed");
        }
        message = message == null ? "" : message;
        plugin = plugin == null ? "" : plugin;
        phase = phase == null ? "" : phase;
    }

    /** Whether all went well. */
    public boolean done() {
        return status.equals("done");
    }
}
