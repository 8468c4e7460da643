package org.thaw.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/** Reads numbers off many finished runs: what needs a maximum over all, a reference run, or a test between learners. */
@ConsumerType
public interface Summary {
    /** Takes the next run. */
    void on(RunView run);

    /** Says what was found; the role names a learner of the experiment. */
    void report(Findings out);
}
