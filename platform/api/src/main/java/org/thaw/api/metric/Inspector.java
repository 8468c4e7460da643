package org.thaw.api.metric;

import java.util.function.ObjDoubleConsumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;

/**
 * A metric that looks into learners. After each evaluation of a learner that is {@link Inspectable} the host shows it what the learner was tested on. The
 * numbers that it records become {@link Event.Measured} events of the evaluated role, under its id, a slash and their name; like any metric it takes
 * those in with {@link #on}, so that what it reports can be computed again from the folder alone.
 */
@ConsumerType
public interface Inspector extends Metric {
    /** How many inputs it wants to probe a learner with; it may be shown fewer. */
    int probes();

    /**
     * Looks into a learner.
     *
     * @param probe    the first inputs or observations of the evaluation, the host's
     * @param measures takes each number with its name, {@code effective-rank/hidden-1}
     */
    void inspect(Inspectable learner, Tensor probe, ObjDoubleConsumer<String> measures);
}
