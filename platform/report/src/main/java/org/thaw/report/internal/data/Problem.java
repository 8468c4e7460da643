package org.thaw.report.internal.data;

import org.thaw.runtime.folder.RunEnd;

/**
 * A run that does not count.
 *
 * @param state {@code failed}, {@code unfinished} or {@code unreadable}
 */
public record Problem(String run, String state, String message) {
    static Problem of(Run run) {
        if (run.end().isEmpty()) {
            return new Problem(run.name(), "unfinished", "no end marker; it got to step " + run.lastStep());
        }
        RunEnd end = run.end().get();
        String where = (end.plugin().isEmpty() ? "" : end.plugin()) + (end.phase().isEmpty() ? "" : " in " + end.phase());
        return new Problem(run.name(), "failed", (where.isBlank() ? "" : where.strip() + ": ") + end.message());
    }

    /** A sentence. */
    public String text() {
        return run + " " + (state.equals("unfinished") ? "is unfinished" : state.equals("failed") ? "failed" : "cannot be read") + ": " + message;
    }
}
