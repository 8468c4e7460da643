package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Predictor;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;
import org.thaw.api.learner.Transitions;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

/** The loops allocate next to nothing: what is left is a line of events now and then, and an order of examples for each pass. */
class AllocationTest {
    private static final int UPDATES = 10_000;
    /** Loose: a line of events costs about 5 KiB and comes every 100 steps. A batch of 8 examples or two steps of a small world would cost more. */
    private static final long PER_UPDATE = 128;

    record None() {
    }

    /** Notes what its thread has allocated, once it is warm and 10,000 updates later. */
    abstract static class Meter {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final List<Long> readings;
        private long updates;

        Meter(List<Long> readings) {
            this.readings = readings;
        }

        void count() {
            updates++;
            if (updates == 2 * UPDATES || updates == 3 * UPDATES) {
                readings.add(threads.getThreadAllocatedBytes(Thread.currentThread().getId()));
            }
        }

        public long updates() {
            return updates;
        }

        public void save(StateWriter out) {
        }

        public void restore(StateReader in) {
        }
    }

    static final class Walker extends Meter implements Agent {
        Walker(List<Long> readings) {
            super(readings);
        }

        @Override
        public Policy policy(Mode mode, Cue cue) {
            return (Step step, Decision decision) -> decision.choose(step.observation().type() == Tensor.Type.I32 ? step.state() % 2 : 1);
        }

        @Override
        public void learn(Transitions transitions) {
            count();
        }
    }

    /** Two windows of ten steps every other step. */
    static final class Pupil extends Meter implements Student {
        Pupil(List<Long> readings) {
            super(readings);
        }

        @Override
        public Policy policy(Mode mode, Cue cue) {
            return (Step step, Decision decision) -> decision.choose(step.state() % 2);
        }

        @Override
        public void study(Sequences windows) {
            count();
        }

        @Override
        public int window() {
            return 10;
        }

        @Override
        public int batch() {
            return 2;
        }

        @Override
        public int interval() {
            return 2;
        }
    }

    static final class Reader extends Meter implements Predictor {
        Reader(List<Long> readings) {
            super(readings);
        }

        @Override
        public Tensor predict(Tensor inputs, Cue cue) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void learn(Tensor inputs, Tensor targets, Cue cue) {
            count();
        }
    }

    /** Goes round for ever. */
    static final class Ring implements World {
        private int cell;

        @Override
        public Signature signature() {
            return new Signature(new Space.Categorical(7), new Space.Categorical(2));
        }

        @Override
        public void reset(StepBuffer out) {
            out.observation().ints()[0] = cell;
            out.first();
        }

        @Override
        public void step(Action action, StepBuffer out) {
            cell = (cell + 1 + action.index()) % 7;
            out.observation().ints()[0] = cell;
            out.transition(0.5);
        }

        @Override
        public void save(StateWriter out) {
        }

        @Override
        public void restore(StateReader in) {
        }
    }

    /** The same, seen from above as a 1 among 2 by 3 cells. */
    static final class Hall implements World {
        private int cell;

        @Override
        public Signature signature() {
            return new Signature(Space.Real.of(0, 1, 2, 3), new Space.Categorical(2));
        }

        private void look(StepBuffer out) {
            Arrays.fill(out.observation().floats(), 0);
            out.observation().floats()[cell] = 1;
        }

        @Override
        public void reset(StepBuffer out) {
            look(out);
            out.first();
        }

        @Override
        public void step(Action action, StepBuffer out) {
            cell = (cell + 1 + action.index()) % 6;
            look(out);
            out.transition(0.5);
        }

        @Override
        public void save(StateWriter out) {
        }

        @Override
        public void restore(StateReader in) {
        }
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "meter", summary = "Measures.")
    static final class Walkers implements LearnerFactory<None, Walker> {
        private final List<Long> readings = new ArrayList<>();

        @Override
        public Walker create(None configuration, Signature signature, Context context) {
            return new Walker(readings);
        }
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "meter", summary = "Measures.")
    static final class Pupils implements LearnerFactory<None, Pupil> {
        private final List<Long> readings = new ArrayList<>();

        @Override
        public Pupil create(None configuration, Signature signature, Context context) {
            return new Pupil(readings);
        }
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "meter", summary = "Measures.")
    static final class Readers implements LearnerFactory<None, Reader> {
        private final List<Long> readings = new ArrayList<>();

        @Override
        public Reader create(None configuration, Signature signature, Context context) {
            return new Reader(readings);
        }
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "ring", summary = "Goes round.")
    static final class Rings implements EnvironmentFactory<None, Ring> {
        @Override
        public Ring create(None configuration, Context context) {
            return new Ring();
        }
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "hall", summary = "Goes round, seen from above.")
    static final class Halls implements EnvironmentFactory<None, Hall> {
        @Override
        public Hall create(None configuration, Context context) {
            return new Hall();
        }
    }

    /** A life for an agent that is made for larger worlds, too. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "wide", summary = "A life in a world that is padded.")
    static final class Wide implements ProtocolFactory<None> {
        @Override
        public Protocol create(None configuration) {
            return new Protocol() {
                @Override
                public List<Role> roles() {
                    return List.of(Role.learner(Agent.class), Role.environment(World.class));
                }

                @Override
                public Signature signature(String learner, Planning planning) {
                    return planning.signature(Role.ENVIRONMENT).union(new Signature(Space.Real.of(0, 1, 4, 5), new Space.Categorical(3)));
                }

                @Override
                public Iterable<Phase> plan(Planning planning) {
                    return List.of(new Phase.Learn("live", Role.LEARNER, new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(35_000)), Cue.none()));
                }
            };
        }
    }

    @TempDir
    Path folder;

    private static void assertFrugal(RunningExperiment run, List<Long> readings) {
        assertTrue(run.runs().get(0).state() == RunStatus.State.DONE && readings.size() == 2, run.runs().get(0).message());
        long bytes = readings.get(1) - readings.get(0);
        assertTrue(bytes < PER_UPDATE * UPDATES, bytes + " bytes in " + UPDATES + " updates");
    }

    @Test
    void livingAllocatesNothingPerStep() {
        Walkers factory = new Walkers();
        RunningExperiment run = new ToyLab(folder, Entries.of(factory), Entries.of(new Rings())).run(
                "{\"name\": \"living\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 35000, \"chunks\": 1, \"evaluate\": false}, \"environment\": \"ring\", \"learner\": \"meter\"}");
        assertFrugal(run, factory.readings);
    }

    @Test
    void livingInAPaddedWorldAllocatesNothingPerStep() {
        Walkers factory = new Walkers();
        RunningExperiment run = new ToyLab(folder, Entries.of(factory), Entries.of(new Halls()), Entries.of(new Wide())).run(
                "{\"name\": \"padded\", \"protocol\": \"wide\", \"environment\": \"hall\", \"learner\": \"meter\"}");
        assertFrugal(run, factory.readings);
    }

    @Test
    void livingBeforeARecorderAllocatesNothingPerStep() {
        Walkers factory = new Walkers();
        var recorded = Scripted.of(List.of(Role.learner(Agent.class), Role.environment(World.class)), planning -> List.of(new Phase.Record(
                new Phase.Learn("live", Role.LEARNER, new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(35_000)), Cue.none()), "tape")));
        RunningExperiment run = new ToyLab(folder, Entries.of(factory), Entries.of(new Rings()), recorded).run(
                "{\"name\": \"recorded\", \"protocol\": \"scripted\", \"environment\": \"ring\", \"learner\": \"meter\"}");
        assertFrugal(run, factory.readings);
    }

    @Test
    void studyingOnesOwnLifeAllocatesNothingPerWindow() {
        Pupils factory = new Pupils();
        var alone = Scripted.of(List.of(Role.learner(Student.class), Role.environment(World.class)), planning -> List.of(
                new Phase.Learn("live", Role.LEARNER, new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(70_020)), Cue.none())));
        RunningExperiment run = new ToyLab(folder, Entries.of(factory), Entries.of(new Rings()), alone).run(
                "{\"name\": \"alone\", \"protocol\": \"scripted\", \"environment\": \"ring\", \"learner\": \"meter\"}");
        assertFrugal(run, factory.readings);
    }

    @Test
    void learningFromExamplesAllocatesNothingPerBatch() {
        Readers factory = new Readers();
        var endless = Rig.supervised(planning -> List.of(new Phase.Learn("learn", "learner",
                Rig.examples(0, Budget.iterations(35_000), 0, 1), Cue.none())));
        RunningExperiment run = new ToyLab(folder, Entries.of(factory), endless).run(
                "{\"name\": \"reading\", \"protocol\": \"scripted\", \"environment\": {\"plugin\": \"blobs\", \"each\": 200}, \"learner\": \"meter\"}");
        assertFrugal(run, factory.readings);
    }
}
