package org.thaw.protocols.lifetimes.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;

/** What tests of plans share. */
final class Plans {
    private Plans() {
    }

    /** Worlds of these signatures; a plan that asks for anything else fails the test. */
    record Of(Map<String, Signature> worlds) implements Planning {
        @Override
        public Signature signature(String environment) {
            return worlds.get(environment);
        }

        @Override
        public long seed() {
            throw new AssertionError("the plan asked for the seed");
        }

        @Override
        public RandomStream random(String name) {
            throw new AssertionError("the plan asked for chance");
        }

        @Override
        public int tasks(String environment) {
            throw new AssertionError("the plan asked for tasks");
        }

        @Override
        public long examples(String environment, Experience.Split split, List<Portion> portions) {
            throw new AssertionError("the plan asked for examples");
        }

        @Override
        public Outcomes outcomes() {
            return (phase, role, score) -> OptionalDouble.empty();
        }
    }

    /** Each phase as a line: {@code learner lives in maze, task 0, 20 steps, begins, ends}. */
    static List<String> lines(Iterable<Phase> plan) {
        List<String> lines = new ArrayList<>();
        plan.forEach(phase -> lines.add(line(phase)));
        return lines;
    }

    private static String line(Phase phase) {
        if (phase instanceof Phase.Learn learn) {
            return learn.role() + " lives" + where(learn.experience()) + told(learn.cue()) + (learn.begin() ? ", begins" : "") + (learn.end() ? ", ends" : "");
        }
        if (phase instanceof Phase.Evaluate test) {
            return test.role() + " tested" + where(test.experience()) + told(test.cue());
        }
        if (phase instanceof Phase.Fork fork) {
            return fork.role() + " forked as " + fork.as();
        }
        return phase instanceof Phase.Freeze freeze ? freeze.role() + " frozen" : phase.toString();
    }

    private static String where(Experience life) {
        return " in " + life.environment() + ", task " + life.task() + ", " + life.budget().amount() + " " + life.budget().unit().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String told(Cue cue) {
        return (cue.task().isPresent() ? ", told " + cue.task().getAsInt() : "") + (cue.tellsBoundaries() ? "" : ", boundaries untold");
    }
}
