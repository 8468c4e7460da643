package org.thaw.tck.proof;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;

/** Plays perfectly by looking ahead to the end of the game, for whichever side is to move. It knows the rules and learns nothing. */
final class Negamax implements Actor {
    record Config() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "negamax", summary = "Looks ahead to the end.", privilege = Privilege.SIMULATOR)
    public static final class Factory implements LearnerFactory<Config, Negamax> {
        @Override
        public Negamax create(Config configuration, Signature signature, Context context) {
            return new Negamax(signature, context);
        }
    }

    private final Signature signature;
    private final Context context;

    private Negamax(Signature signature, Context context) {
        this.signature = signature;
        this.context = context;
    }

    /** One simulator, step and action for each depth: made once, used again in every search. */
    private record Level(Simulator simulator, StepBuffer step, Action action) {
    }

    private final class Search implements Policy {
        private final List<Level> levels = new ArrayList<>();

        @Override
        public void act(Step step, Decision decision) {
            Simulator root = step.simulator();
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < step.legal().length; a++) {
                if (step.legal()[a]) {
                    double value = after(root, step.player(), a, 0);
                    if (value > best) {
                        best = value;
                        decision.choose(a);
                    }
                }
            }
            decision.value(best);
        }

        /** What the game is worth for {@code mover} once it has played {@code a}, all play being best. */
        private double after(Simulator game, int mover, int a, int depth) {
            if (depth == levels.size()) {
                levels.add(new Level(game.copy(context.random("search")), new StepBuffer(signature), new Action(signature)));
            }
            Level level = levels.get(depth);
            level.simulator().copyFrom(game);
            level.action().set(a);
            level.simulator().step(level.action(), level.step());
            double reward = mover == 0 ? level.step().reward() : -level.step().reward();
            if (level.step().isLast()) {
                return reward;
            }
            double best = Double.NEGATIVE_INFINITY;
            for (int reply = 0; reply < level.step().legal().length; reply++) {
                // the search below writes deeper levels only, so this one's legal moves stand
                if (level.step().legal()[reply]) {
                    best = Math.max(best, after(level.simulator(), level.step().player(), reply, depth + 1));
                }
            }
            return reward + (level.step().player() == mover ? best : -best);
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Search();
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
