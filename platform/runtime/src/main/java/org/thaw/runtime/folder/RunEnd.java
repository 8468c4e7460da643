package org.thaw.runtime.folder;

import java.util.Map;

/**
 * How a run ended.
 *
 * @param status  {@code done} or {@code failed}
 * @param message for a failed run what went wrong; else empty
 * @param plugin  for a failed run whose fault it was, {@code learner ewc@0.1.0}; else empty
 * @param phase   for a failed run the phase it was in; else empty
 * @param fingerprints of a run that is done, by role: SHA-256 of all that the learner saves
 */
public record RunEnd(String status, String message, String plugin, String phase, Map<String, String> fingerprints) {
    public RunEnd {
        if (status == null) {
            throw new IllegalArgumentException("the field \"status\" is missing; expected done or failed");
        }
        message = message == null ? "" : message;
        plugin = plugin == null ? "" : plugin;
        phase = phase == null ? "" : phase;
        fingerprints = fingerprints == null ? Map.of() : fingerprints;
    }

    /** All went well. */
    public static RunEnd done(Map<String, String> fingerprints) {
        return new RunEnd("done", "", "", "", fingerprints);
    }

    /**
     * It failed, and the message says in which phase.
     *
     * @param phase empty before there is one
     */
    public static RunEnd failedIn(String phase, String plugin, String problem) {
        return failed((phase.isEmpty() ? "" : "phase " + phase + ": ") + problem, plugin, phase);
    }

    /** It failed. */
    public static RunEnd failed(String message, String plugin, String phase) {
        return new RunEnd("failed", message, plugin, phase, Map.of());
    }

    /** Whether all went well. */
    public boolean done() {
        return status.equals("done");
    }
}
