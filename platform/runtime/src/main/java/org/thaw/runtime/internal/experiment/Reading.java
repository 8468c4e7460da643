package org.thaw.runtime.internal.experiment;

import java.util.List;
import java.util.Set;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.folder.RunManifest;

/**
 * A metric or summary to read off runs.
 *
 * @param cases  those whose runs it sees; empty: all runs
 * @param shared learners of its case that occur in other cases, too: what is found about them is told with the case's name
 */
public record Reading(Binding binding, List<ExperimentCase> cases, Set<String> shared) {
    static Reading ofAll(Binding binding) {
        return new Reading(binding, List.of(), Set.of());
    }

    /** Whether it sees a run. */
    public boolean sees(RunManifest run) {
        return cases.isEmpty() || cases.stream().anyMatch(each -> each.has(run));
    }

    /**
     * The role under which a finding is told: {@code dqn in small-room/twin} for {@code dqn/twin} where another case has a {@code dqn}. A summary may have named the
     * environment already: {@code dqn in hall in small-room}.
     */
    public String role(String found) {
        int slash = found.indexOf('/');
        String told = slash < 0 ? found : found.substring(0, slash);
        boolean ofSeveral = shared.stream().anyMatch(learner -> told.equals(learner) || told.startsWith(learner + " in "));
        return ofSeveral ? told + " in " + cases.get(0).name() + found.substring(told.length()) : found;
    }
}
