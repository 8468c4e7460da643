package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * Task-incremental learning: solve all tasks met so far, always being told which one is at hand (van de Ven & Tolias 2019, task-IL).
 *
 * <p>Cues: the task's number and the task's classes, in training and in testing. Where the environment is split by class, examples keep their own
 * class numbers, so that to a learner with one output layer the cue's classes are the task's head. Where it comes as several tasks, these share the
 * class numbers: learners with an output layer for each task ({@code multi-head}, {@code packnet}) tell them apart by the task's number, others learn
 * one mapping for all.
 */
public final class TaskIncremental implements Protocol {
    private final Config config;

    TaskIncremental(Config config) {
        this.config = config;
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        List<Task> tasks = Tasks.underOwnLabels(config.split(), planning);
        return new Curriculum(config, planning, tasks, (task, met) -> Cue.none().withTask(task).withClasses(Tasks.labels(tasks.subList(task, task + 1))));
    }

    @Override
    public List<Role> roles() {
        return Curriculum.ROLES;
    }

    @Override
    public List<String> metrics() {
        return Curriculum.METRICS;
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "task-incremental", summary = "Learns task by task; is always told which task an example is of.",
            source = "van de Ven & Tolias 2019, arXiv 1809.10635, task-IL")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new TaskIncremental(configuration);
        }
    }
}
