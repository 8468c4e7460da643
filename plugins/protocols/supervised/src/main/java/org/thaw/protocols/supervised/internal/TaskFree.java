package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * Task-free learning: one stream of batches whose source wanders from task to task, and nothing tells the learner where it stands: no task is said to begin
 * or to end, and its cues are empty. Boundaries are blurry: around the boundary of two tasks each batch is of the later one with a probability that
 * rises linearly from 0 to 1, over {@code blur} of a task's length.
 *
 * <p>All tasks are tested before, every so often, and after. Since no task ends, scores that need boundaries (the accuracy matrix and what
 * is read off it) are undefined; the area under the accuracy is not.
 */
public final class TaskFree implements Protocol {
    private final TaskFreeConfig config;

    TaskFree(TaskFreeConfig config) {
        this.config = config;
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        ClassSplit split = config.split();
        List<Task> tasks = config.labels() == TaskFreeConfig.Labels.CLASSES ? Tasks.underOwnLabels(split, planning) : Tasks.underPositions(split, planning);
        return () -> new BlurryPhases(config, tasks, planning.random("blur"));
    }

    @Override
    public List<Role> roles() {
        return Curriculum.ROLES;
    }

    @Override
    public List<String> metrics() {
        return List.of("area-under-accuracy/all", "cost");
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "task-free", summary = "One stream that wanders from task to task over blurry boundaries; the learner is told nothing.",
            source = "Zeno, Golan, Hoffer & Soudry 2018, arXiv 1803.10123; Aljundi, Kelchtermans & Tuytelaars, CVPR 2019")
    public static final class Factory implements ProtocolFactory<TaskFreeConfig> {
        @Override
        public Protocol create(TaskFreeConfig configuration) {
            return new TaskFree(configuration);
        }
    }
}
