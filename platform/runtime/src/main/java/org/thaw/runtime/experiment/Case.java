package org.thaw.runtime.experiment;

import java.util.List;
import java.util.Map;

/**
 * What is run, but for the seeds: one protocol, and who plays its roles. Its runs are the grid learners × environments × seeds.
 *
 * @param name         empty if the experiment has no cases but is one
 * @param learners     who plays the protocol's role {@code learner}, one after another; empty if it has no such role
 * @param environments what plays the role {@code environment}
 * @param roles        who plays the protocol's other roles
 * @param metrics      what is read off each run
 * @param lanes        lives of an agent at once
 * @param twins        control arms of every learner
 */
public record Case(String name, Binding protocol, List<Binding> learners, List<Binding> environments, Map<String, Binding> roles, List<Binding> metrics, int lanes,
                   Twins twins) {
    public Case {
        learners = List.copyOf(learners);
        environments = List.copyOf(environments);
        roles = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(roles));
        metrics = List.copyOf(metrics);
    }
}
