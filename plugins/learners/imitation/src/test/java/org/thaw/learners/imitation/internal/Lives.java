package org.thaw.learners.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.tck.host.Moment;

/** Makes up lives with numbered observations and actions, step by step. */
final class Lives {
    private final Signature signature;
    private final List<Moment> moments = new ArrayList<>();
    private final StepBuffer step;
    private final Decision decision;

    Lives(int observations, int actions) {
        signature = new Signature(new Space.Categorical(observations), new Space.Categorical(actions));
        step = new StepBuffer(signature);
        decision = new Decision(signature);
    }

    Signature signature() {
        return signature;
    }

    /** An episode begins with this observation, and this is done there. */
    Lives first(int observation, int action) {
        step.observation().ints()[0] = observation;
        step.first();
        return decide(action);
    }

    /** What was done last earned a reward and led to this observation, and this is done there. */
    Lives then(double reward, int observation, int action) {
        arrive(observation);
        step.transition(reward);
        return decide(action);
    }

    /** What was done last earned a reward and ended the episode. */
    Lives last(double reward, int observation) {
        arrive(observation);
        step.termination(reward);
        moments.add(Moment.of(signature, step, new Decision(signature)));
        return this;
    }

    /** Some actions of the step made up last were not legal. */
    Lives illegal(int... actions) {
        for (int a : actions) {
            moments.get(moments.size() - 1).step().legal()[a] = false;
        }
        return this;
    }

    /** The step made up last was decided by these probabilities. */
    Lives by(float... probabilities) {
        moments.get(moments.size() - 1).decision().distribution(probabilities);
        return this;
    }

    private void arrive(int observation) {
        step.observation().ints()[0] = observation;
        step.previousAction(moments.get(moments.size() - 1).decision().action());
    }

    private Lives decide(int action) {
        decision.clear();
        decision.choose(action);
        moments.add(Moment.of(signature, step, decision));
        return this;
    }

    List<Moment> made() {
        return moments;
    }
}
