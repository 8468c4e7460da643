package org.thaw.runtime.experiment;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A validated experiment: every name found, every value in range. Its runs are those of its cases.
 *
 * @param name   folder name of its results
 * @param cases  at least one
 * @param seeds  of every case, in the order in which they run
 * @param source the file's content with overrides applied
 */
public record Experiment(String name, List<Case> cases, List<Long> seeds, JsonObject source) {
    public Experiment {
        cases = List.copyOf(cases);
        seeds = List.copyOf(seeds);
    }
}
