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
 * Domain-incremental learning: solve all tasks met so far without being told, or having to infer, which one is at hand (van de Ven & Tolias
 * 2019, domain-IL). The labels mean the same in all tasks; only the inputs change.
 *
 * <p>Where the environment is split by class, the label of an example is the position of its class within its task: is it the first or the
 * second digit of the pair? Where it comes as several tasks (permuted, rotated), these share their labels already.
 *
 * <p>Cues: the labels, the same ones always; nothing about the task.
 */
public final class DomainIncremental implements Protocol {
    private final Config config;

    DomainIncremental(Config config) {
        this.config = config;
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        List<Task> tasks = Tasks.underPositions(config.split(), planning);
        return new Curriculum(config, planning, tasks, (task, met) -> Cue.none().withClasses(Tasks.labels(tasks)));
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
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "domain-incremental", summary = "Learns task by task; labels mean the same in all tasks, and the task is never told.",
            source = "van de Ven & Tolias 2019, arXiv 1809.10635, domain-IL")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new DomainIncremental(configuration);
        }
    }
}
