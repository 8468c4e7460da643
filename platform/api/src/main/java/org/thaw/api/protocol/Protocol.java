package org.thaw.api.protocol;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Signature;

/**
 * What is done with learners and environments: a plan, not a loop. The host owns the loop, the threads, the randomness, the clocks and the
 * files, so that any run can be paused, resumed, swapped and replayed without the protocol's help.
 */
@ConsumerType
public interface Protocol {
    /** The learners and environments that it needs, by name; an experiment file binds each to a plugin. */
    List<Role> roles();

    /**
     * The phases, in order. Lazy and pure: it depends on nothing but the configuration, {@code planning} and the outcomes recorded so far
     * (gates, early stopping). The host asks for the next phase only when the one before is done; a resumed run walks the same plan. {@link Plan}
     * helps with what depends on outcomes; a fixed plan may be a list.
     *
     * @throws IllegalArgumentException if the environment does not suit; the message says what would
     */
    Iterable<Phase> plan(Planning planning);

    /**
     * What a learner is given and must answer in this protocol: the environment's own signature, unless the protocol relabels (fewer or more
     * classes) or joins several environments, whose union it declares.
     */
    default Signature signature(String learner, Planning planning) {
        return planning.signature(Role.ENVIRONMENT);
    }

    /** The ids of metrics to compute if the experiment names none. */
    default List<String> metrics() {
        return List.of();
    }
}
