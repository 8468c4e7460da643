package org.thaw.protocols.supervised.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.api.Cue;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Role;

/**
 * What the three scenarios have in common: one task is learned after another. All are tested before the first (b<sub>j</sub> of forward
 * transfer) and after each, unless the configuration wants fewer; those met so far also within a task, if it asks for that.
 */
record Curriculum(Config config, Planning planning, List<Task> tasks, Cues cues) implements Iterable<Phase> {
    static final List<Role> ROLES = List.of(Role.learner(Predictor.class), Role.environment(TaskStream.class));
    static final List<String> METRICS = List.of("average-accuracy", "backward-transfer", "forward-transfer", "forgetting",
            "average-incremental-accuracy", "learning-accuracy", "swap-recovery", "cost");

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
        // place by place: a stream within a stream would be gathered whole before its first phase is given
        Stream<Phase> course = Stream.iterate(new Place(0, 0), place -> place.task() < tasks.size(), this::next).flatMap(this::stretch);
        return Stream.concat(tests(0, config.tested(0, tasks.size())), course).iterator();
    }

    /** Which stretch of which task. */
    private record Place(int task, long stretch) {
    }

    private Place next(Place place) {
        return place.stretch() + 1 < stretches(place.task()).count() ? new Place(place.task(), place.stretch() + 1) : new Place(place.task() + 1, 0);
    }

    private Config.Stretches stretches(int task) {
        return config.stretches(() -> planning.examples(ENVIRONMENT, Experience.Split.TRAIN, List.of(tasks.get(task).examples())));
    }

    private Stream<Phase> stretch(Place place) {
        int task = place.task();
        Config.Stretches stretches = stretches(task);
        boolean end = place.stretch() == stretches.count() - 1;
        Experience experience = new Experience.Examples(ENVIRONMENT, task, Experience.Split.TRAIN, List.of(tasks.get(task).examples()), config.batch(),
                stretches.length().apply(place.stretch()), Experience.Order.SHUFFLED, config.testFirst());
        Phase learn = new Phase.Learn("learn task " + task, LEARNER, experience, cues.of(task, task + 1), place.stretch() == 0, end);
        return Stream.concat(Stream.of(learn), tests(task + 1, end ? config.tested(task + 1, tasks.size()) : task + 1));
    }

    private Stream<Phase> tests(int met, int count) {
        return tasks.stream().limit(count).map(task -> task.test(config.batch(), cues.of(task.number(), met)));
    }
}
