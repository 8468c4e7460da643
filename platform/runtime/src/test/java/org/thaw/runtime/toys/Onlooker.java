package org.thaw.runtime.toys;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;

/** A student that learns nothing and tells a test, in the order of its calls, what it studies, what it is shown and where it acts. */
public final class Onlooker implements Student {
    public static final int WINDOW = 6;

    public record None() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "onlooker", summary = "Tells what it sees.")
    public static final class Factory implements LearnerFactory<None, Onlooker> {
        private final List<String> told;

        public Factory(List<String> told) {
            this.told = told;
        }

        @Override
        public Onlooker create(None configuration, Signature signature, Context context) {
            return new Onlooker(told);
        }
    }

    private final List<String> told;

    Onlooker(List<String> told) {
        this.told = told;
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        told.add("policy");
        return new Policy() {
            @Override
            public void act(Step step, Decision decision) {
                told.add("acts in lane " + step.lane() + ": " + step.state() + " " + step.kind());
                decision.choose(0);
            }

            @Override
            public void observe(Step step) {
                told.add("sees in lane " + step.lane() + ": " + step.state() + " " + step.kind());
            }
        };
    }

    @Override
    public void study(Sequences windows) {
        for (int i = 0; i < windows.count(); i++) {
            told.add("studies from " + windows.start(i) + ", " + windows.length(i) + " steps");
        }
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public int batch() {
        return 2;
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
