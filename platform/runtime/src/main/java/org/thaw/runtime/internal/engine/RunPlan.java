package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.internal.experiment.Specs;

/**
 * One run of the grid.
 *
 * @param run          its name, also that of its folder
 * @param learners     who plays the learner roles, by role
 * @param environments what plays the environment roles, by role
 * @param parts        the plugins that their configurations name
 * @param hash         SHA-256 over all that its result depends on
 */
record RunPlan(String experiment, String run, Binding protocol, Map<String, Binding> learners, Map<String, Binding> environments, List<Binding> metrics,
               List<Specs.Part> parts, long seed, int lanes, Twins twins, String hash) {
    /** All plugins that have a part in it by name. */
    List<Binding> bindings() {
        List<Binding> all = new ArrayList<>(List.of(protocol));
        all.addAll(learners.values());
        all.addAll(environments.values());
        all.addAll(metrics);
        twins.imitations().forEach(imitation -> all.add(imitation.student()));
        return all;
    }

    /** The learner's name, for people. */
    String learner() {
        return learners.containsKey("learner") ? learners.get("learner").name() : String.join("+", learners.values().stream().map(Binding::name).toList());
    }

    /** The environment's name, for people. */
    String environment() {
        return environments.containsKey("environment") ? environments.get("environment").name() : String.join("+", environments.keySet());
    }
}
