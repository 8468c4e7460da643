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
 * Class-incremental learning: solve all tasks met so far and infer which one an example is of (van de Ven & Tolias 2019, class-IL).
 * Each task brings classes of its own; the learner must tell all classes seen so far from one another and is never told the task.
 *
 * <p>Cues: the classes seen so far, the present task's included ("active classes"). A task that is tested before it was learned (b<sub>j</sub>
 * and forward transfer) counts as seen, together with those before it: otherwise its accuracy would be 0 by definition.
 *
 * <p>Needs an environment of one task, which is split by class. Where several tasks share their classes, class-incremental learning would need
 * an output for each class of each task, which the environment's signature does not have.
 */
public final class ClassIncremental implements Protocol {
    private final Config config;

    ClassIncremental(Config config) {
        this.config = config;
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        if (Tasks.areGiven(planning)) {
            throw new IllegalArgumentException("class-incremental needs an environment of one task to split by class; this one comes as "
                    + planning.tasks(Role.ENVIRONMENT) + " tasks that share their classes; task-incremental and domain-incremental take it");
        }
        List<Task> tasks = Tasks.underOwnLabels(config.split(), planning);
        return new Curriculum(config, planning, tasks, (task, met) -> {
            List<Task> seen = tasks.subList(0, Math.max(met, task + 1));
            return Cue.none().withClasses(Tasks.labels(seen));
        });
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
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "class-incremental", summary = "Learns classes task by task; must tell all classes seen so far apart without being told the task.",
            source = "van de Ven & Tolias 2019, arXiv 1809.10635, class-IL")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new ClassIncremental(configuration);
        }
    }
}
