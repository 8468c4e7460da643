package org.thaw.protocols.supervised.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.thaw.api.Cue;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;

/**
 * What the three scenarios have in common: one task is learned after another. All are tested before the first (b<sub>j</sub> of forward
 * transfer) and after each; those met so far also within a task, if the configuration asks for it.
 */
record Curriculum(Config config, List<Task> tasks, Cues cues) implements Iterable<Phase> {
    static final List<Role> ROLES = List.of(Role.learner(Predictor.class), Role.environment(TaskStream.class));
    static final List<String> METRICS = List.of("average-accuracy", "backward-transfer", "forward-transfer", "forgetting",
            "average-incremental-accuracy", "learning-accuracy", "cost");

    /** What a scenario tells a learner; nothing else tells the three apart. */
    interface Cues {
        /**
         * The cue that comes with examples.
         *
         * @param task which task they are of, from 0
         * @param met  how many tasks the learner has met, the one it is learning included
         */
        Cue of(int task, int met);
    }

    @Override
    public Iterator<Phase> iterator() {
        int stretches = config.stretches();
        Stream<Phase> course = LongStream.range(0, (long) tasks.size() * stretches).boxed()
                .flatMap(n -> stretch((int) (n / stretches), (int) (n % stretches)));
        return Stream.concat(tests(0, tasks.size()), course).iterator();
    }

    private Stream<Phase> stretch(int task, int index) {
        boolean end = index == config.stretches() - 1;
        Phase learn = new Phase.Learn("learn task " + task, LEARNER, examples(task, Experience.Split.TRAIN, config.stretch(index)),
                cues.of(task, task + 1), index == 0, end);
        return Stream.concat(Stream.of(learn), tests(task + 1, end ? tasks.size() : task + 1));
    }

    private Stream<Phase> tests(int met, int count) {
        return IntStream.range(0, count).mapToObj(task -> new Phase.Evaluate("test task " + task, LEARNER,
                examples(task, Experience.Split.TEST, Budget.epochs(1)), cues.of(task, met)));
    }

    private Experience examples(int task, Experience.Split split, Budget budget) {
        return new Experience.Examples(ENVIRONMENT, task, split, List.of(tasks.get(task).examples()), split == Experience.Split.TRAIN ? config.batch() : config.testBatch(), budget);
    }

    /** The labels of some tasks as a cue wants them. */
    static int[] labels(List<Task> tasks) {
        return tasks.stream().map(Task::labels).flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    }
}
