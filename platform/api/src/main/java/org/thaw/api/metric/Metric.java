package org.thaw.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/** Reads numbers off one run: takes its events in order and says what it found. Knows nothing but the events, so it can be computed later. */
@ConsumerType
public interface Metric {
    /** Takes the next event, of any role. */
    void on(Event event);

    /** Says what was found so far; may be called more than once. */
    void report(Findings out);
}
