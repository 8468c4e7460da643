package org.thaw.runtime.toys;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Predictor;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/** Small protocols and a metric. */
public final class Scripts {
    private Scripts() {
    }

    /** Two tasks of two classes each. */
    public record Halves(@Parameter(value = "passes", byDefault = "3", range = "[1,*)") int epochs,
                         @Parameter(value = "whether a copy learns beside the learner", byDefault = "false") boolean fork) implements Protocol {
        @Plugin(kind = Plugin.Kind.PROTOCOL, id = "halves", summary = "Two tasks of two classes.")
        public static final class Factory implements ProtocolFactory<Halves> {
            @Override
            public Protocol create(Halves configuration) {
                return configuration;
            }
        }

        @Override
        public List<Role> roles() {
            return List.of(Role.learner(Predictor.class), Role.environment(TaskStream.class));
        }

        @Override
        public Iterable<Phase> plan(Planning planning) {
            List<Phase> phases = new ArrayList<>();
            for (int task = 0; task < 2; task++) {
                phases.add(learn(task, "learner"));
                if (fork && task == 1) {
                    phases.add(learn(task, "copy"));
                }
                for (int on = 0; on < 2; on++) {
                    phases.add(new Phase.Evaluate("test " + on, "learner", examples(on, Experience.Split.TEST, 1), Cue.none()));
                    if (fork && task == 1) {
                        phases.add(new Phase.Evaluate("test " + on, "copy", examples(on, Experience.Split.TEST, 1), Cue.none()));
                    }
                }
                if (fork && task == 0) {
                    phases.add(new Phase.Fork("fork", "learner", "copy"));
                }
            }
            return phases;
        }

        private Phase learn(int task, String role) {
            return new Phase.Learn("learn " + task, role, examples(task, Experience.Split.TRAIN, epochs), Cue.none());
        }

        private static Experience examples(int task, Experience.Split split, int epochs) {
            return new Experience.Examples(Role.ENVIRONMENT, task, split, List.of(Portion.classes(0, List.of(2 * task, 2 * task + 1))), 8, Budget.epochs(epochs));
        }
    }

    /** A life in chunks, with or without evaluations between. */
    public record Chunks(@Parameter(value = "steps of a chunk", byDefault = "100", range = "[1,*)") int steps,
                         @Parameter(value = "how many", byDefault = "4", range = "[1,*)") int chunks,
                         @Parameter(value = "evaluate between", byDefault = "true") boolean evaluate) implements Protocol {
        @Plugin(kind = Plugin.Kind.PROTOCOL, id = "chunks", summary = "A life in chunks.")
        public static final class Factory implements ProtocolFactory<Chunks> {
            @Override
            public Protocol create(Chunks configuration) {
                return configuration;
            }
        }

        @Override
        public List<Role> roles() {
            return List.of(Role.learner(Agent.class), Role.environment(World.class));
        }

        @Override
        public Iterable<Phase> plan(Planning planning) {
            List<Phase> phases = new ArrayList<>();
            for (int chunk = 0; chunk < chunks; chunk++) {
                phases.add(new Phase.Learn("live " + chunk, "learner", new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(steps)), Cue.none(), chunk == 0, chunk == chunks - 1));
                if (evaluate) {
                    phases.add(new Phase.Evaluate("test", "learner", new Experience.Life(Role.ENVIRONMENT, 0, Budget.episodes(3)), Cue.none()));
                }
            }
            return phases;
        }
    }

    /** Counts events. */
    public static final class Count implements Metric {
        public record Config() {
        }

        @Plugin(kind = Plugin.Kind.METRIC, id = "count", summary = "Counts events.")
        public static final class Factory implements MetricFactory<Config> {
            @Override
            public Metric create(Config configuration) {
                return new Count();
            }
        }

        private int events;

        @Override
        public void on(Event event) {
            events++;
        }

        @Override
        public void report(Findings out) {
            out.scalar("learner", "count", events);
        }
    }
}
