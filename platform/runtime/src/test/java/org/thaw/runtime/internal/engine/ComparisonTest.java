package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

/** A teacher and a student that always think the same, in a world of three places in a row where all is known beforehand. */
class ComparisonTest {
    record None() {
    }

    /** From place 0 to 1 to 2 to the end. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "row", summary = "Three places in a row.")
    static final class Rows implements EnvironmentFactory<None, World> {
        @Override
        public World create(None configuration, Context context) {
            return new World() {
                private int place;

                @Override
                public Signature signature() {
                    return new Signature(new Space.Categorical(4), new Space.Categorical(2));
                }

                @Override
                public void reset(StepBuffer out) {
                    place = 0;
                    out.observation().ints()[0] = place;
                    out.first();
                }

                @Override
                public void step(Action action, StepBuffer out) {
                    out.observation().ints()[0] = ++place;
                    if (place == 3) {
                        out.termination(1);
                    } else {
                        out.transition(1);
                    }
                }

                @Override
                public void save(StateWriter out) {
                }

                @Override
                public void restore(StateReader in) {
                }
            };
        }
    }

    /** What it thinks and does in each place; without a distribution where it thinks nothing. */
    private record Mind(float[][] distributions, int[] choices) implements Actor, Policy {
        @Override
        public Policy policy(Mode mode, Cue cue) {
            return this;
        }

        @Override
        public void act(Step step, Decision decision) {
            decision.choose(choices[step.state()]);
            if (distributions[step.state()].length > 0) {
                decision.distribution(distributions[step.state()]);
            }
        }

        @Override
        public long updates() {
            return 0;
        }

        @Override
        public void save(StateWriter out) {
        }

        @Override
        public void restore(StateReader in) {
        }
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "teacher", summary = "Thinks.")
    static final class Teachers implements LearnerFactory<None, Mind> {
        @Override
        public Mind create(None configuration, Signature signature, Context context) {
            return new Mind(new float[][] {{0.75f, 0.25f}, {0.5f, 0.5f}, {1, 0}}, new int[] {0, 1, 0});
        }
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "pupil", summary = "Thinks otherwise.")
    static final class Pupils implements LearnerFactory<None, Mind> {
        @Override
        public Mind create(None configuration, Signature signature, Context context) {
            return new Mind(new float[][] {{0.5f, 0.5f}, {1, 0}, {}}, new int[] {0, 0, 0});
        }
    }

    @TempDir
    Path folder;

    private Event.Evaluated compared(Budget budget) {
        var script = Scripted.of(List.of(Role.learner(Actor.class), new Role("student", Actor.class), Role.environment(World.class)), planning -> List.of(
                new Phase.Record(new Phase.Learn("live", Role.LEARNER, new Experience.Life(Role.ENVIRONMENT, 0, Budget.episodes(2)), Cue.none()), "tape"),
                new Phase.Evaluate("compare", "student", new Experience.Following(Role.ENVIRONMENT, 0, "tape", budget), Cue.none())));
        RunningExperiment run = new ToyLab(folder.resolve(budget.unit() + "-" + budget.amount()), Entries.of(new Rows()), Entries.of(new Teachers()), Entries.of(new Pupils()), script).run(
                "{\"name\": \"compare\", \"protocol\": \"scripted\", \"environment\": \"row\", \"learner\": \"teacher\", \"roles\": {\"student\": \"pupil\"}}");
        assertEquals("", run.runs().get(0).message());
        return ToyLab.folder(run, 0).events().stream().filter(Event.Evaluated.class::isInstance).map(Event.Evaluated.class::cast).findFirst().orElseThrow();
    }

    /**
     * Place 0: both choose 0; the student gave that a half; divergence of (1/2, 1/2) and (3/4, 1/4). Place 1: the teacher chose what the student held to be impossible; that of (1, 0) and
     * (1/2, 1/2). Place 2: both choose 0, but the student does not say how sure it is.
     */
    @Test
    void scoresAreThoseWorkedOutByHand() {
        Map<String, Double> scores = compared(Budget.episodes(1)).scores();

        assertEquals(2.0 / 3, scores.get("agreement"), 1e-12);
        assertEquals((-0.693147180560 - 27.631021115929) / 2, scores.get("log-likelihood"), 1e-9);
        assertEquals((0.048794940695 + 0.311278124459) / 2, scores.get("divergence"), 1e-9);
    }

    @Test
    void aBudgetCountsStepsThatWereActedInAndEndsWithTheRecording() {
        assertEquals(3, compared(Budget.episodes(1)).size());
        assertEquals(4, compared(Budget.steps(4)).size());
        assertEquals(3.0 / 4, compared(Budget.steps(4)).scores().get("agreement"), 1e-12);
        assertEquals(6, compared(Budget.steps(1000)).size());
        assertEquals(6, compared(Budget.episodes(9)).size());
    }
}
