package org.thaw.environments.bandits.internal;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * Arms to pull. There is nothing to observe: the observation is always 0, of one possible. Action: the number of an arm. Drawn means belong to
 * the run: the same at the start of all its lanes and evaluations. From there each life goes its own way: after every pull the means of all
 * arms take a step of a Gaussian random walk, if there is a drift; after each so many pulls they are drawn anew, or, if they were given, dealt
 * out to the arms anew. Episodes are cut off after the horizon, and the arms do not notice.
 */
final class Bandit implements World {
    private final Arms arms;
    private final Course course;
    private final Signature signature;
    private final RandomStream pay;
    private final RandomStream changes;
    private final double[] means;
    private long pulls;
    private int pullsOfEpisode;

    /** How often arms were pulled since the means were drawn, and in the present episode. */
    public record Pulls(long sinceDrawn, int ofEpisode) {
    }

    Bandit(Arms arms, Course course, Context context) {
        this.arms = arms;
        this.course = course;
        this.signature = new Signature(new Space.Categorical(1), new Space.Categorical(course.count()));
        this.pay = context.random("pay");
        this.changes = context.random("changes");
        this.means = new double[course.count()];
        RandomStream drawn = context.random("means", course.key());
        for (int arm = 0; arm < means.length; arm++) {
            means[arm] = course.means().isEmpty() ? arms.draw(drawn) : course.means().get(arm);
        }
    }

    /** The arms' present means, shared. */
    double[] means() {
        return means;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        pullsOfEpisode = 0;
        out.observation().ints()[0] = 0;
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        double reward = arms.pay(means[action.index()], pay);
        pulls++;
        pullsOfEpisode++;
        change();
        out.observation().ints()[0] = 0;
        if (pullsOfEpisode == course.horizon()) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    private void change() {
        if (pulls == course.redrawEvery()) {
            pulls = 0;
            redraw();
        } else if (course.drift() > 0) {
            for (int arm = 0; arm < means.length; arm++) {
                means[arm] = arms.bounded(means[arm] + course.drift() * changes.nextGaussian());
            }
        }
    }

    private void redraw() {
        for (int arm = means.length - 1; arm >= 0; arm--) {
            if (course.means().isEmpty()) {
                means[arm] = arms.draw(changes);
            } else {
                int other = changes.nextInt(arm + 1);
                double mean = means[arm];
                means[arm] = means[other];
                means[other] = mean;
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "means", Tensor.of(means, means.length));
        out.record(StateKind.MEMORY, "pulls", new Pulls(pulls, pullsOfEpisode));
    }

    @Override
    public void restore(StateReader in) {
        Pulls saved = in.record("pulls", Pulls.class);
        if (saved.sinceDrawn() < 0 || saved.ofEpisode() < 0) {
            throw new IllegalArgumentException("pulls: " + saved + ", expected numbers from 0");
        }
        in.into("means", Tensor.of(means, means.length));
        pulls = saved.sinceDrawn();
        pullsOfEpisode = saved.ofEpisode();
    }
}
