package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.Map;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Twins;

/**
 * One run of the grid.
 *
 * @param run          its name, also that of its folder
 * @param learners     who plays the learner roles, by role
 * @param environments what plays the environment roles, by role
 * @param hash         SHA-256 over all that its result depends on
 */
record RunPlan(String experiment, String run, Binding protocol, Map<String, Binding> learners, Map<String, Binding> environments, List<Binding> metrics,
               long seed, int lanes, Twins twins, String hash) {
    /** The learner's name, for people. */
    String learner() {
        return learners.containsKey("learner") ? learners.get("learner").name() : String.join("+", learners.values().stream().map(Binding::name).toList());
    }

    /** The environment's name, for people. */
    String environment() {
        return environments.containsKey("environment") ? environments.get("environment").name() : String.join("+", environments.keySet());
    }
}
