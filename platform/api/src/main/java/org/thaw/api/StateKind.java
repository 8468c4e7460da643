package org.thaw.api;

/** What a piece of saved state is, for costs, fingerprints and reports. */
public enum StateKind {
    /** Adjustable parameters: weights, value tables, class means. */
    PARAMETER,
    /** What the update rules keep between updates: momenta, step counts, traces. */
    OPTIMISER,
    /** Stored experience and what regularisers remember: replay buffers, Fisher information, old parameters. */
    MEMORY,
    /** The state of a random generator that the plugin owns (those of the {@link Context} are kept by the host). */
    RANDOM
}
