package org.thaw.runtime.experiment;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A validated experiment: every name found, every value in range. Its runs are the grid learners × environments × seeds.
 *
 * @param name         folder name of its results
 * @param learners     who plays the protocol's role {@code learner}, one after another; empty if it has no such role
 * @param environments what plays the role {@code environment}
 * @param roles        who plays the protocol's other roles
 * @param metrics      what is read off each run
 * @param seeds        in the order in which they run
 * @param lanes        lives of an agent at once
 * @param twins        control arms of every learner
 * @param source       the file's content with overrides applied
 */
public record Experiment(String name, Binding protocol, List<Binding> learners, List<Binding> environments, Map<String, Binding> roles,
                         List<Binding> metrics, List<Long> seeds, int lanes, Twins twins, JsonObject source) {
    public Experiment {
        learners = List.copyOf(learners);
        environments = List.copyOf(environments);
        roles = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(roles));
        metrics = List.copyOf(metrics);
        seeds = List.copyOf(seeds);
    }
}
