package org.thaw.learners.imitation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.environments.bandits.internal.BernoulliBandit;
import org.thaw.learners.bandits.internal.Thompson;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.Moment;

/** Lives side by side, each on Bernoulli arms of its own with means uniform in [0, 1], and what they lost to whoever knows the best arm. */
final class BanditLives {
    private final List<double[]> means = new ArrayList<>();
    private final List<World> worlds = new ArrayList<>();

    BanditLives(int lives, int arms, HostStream chance) {
        for (int i = 0; i < lives; i++) {
            add(IntStream.range(0, arms).mapToDouble(arm -> chance.nextDouble()).toArray(), chance.nextLong());
        }
    }

    /** One life on arms with these means. */
    BanditLives(double... means) {
        add(means, 1);
    }

    private void add(double[] each, long seed) {
        means.add(each);
        List<Double> given = Arrays.stream(each).boxed().toList();
        worlds.add(new BernoulliBandit().create(new BernoulliBandit.Config(given, each.length, 0, 0, 0, 0), new HostContext(seed)));
    }

    /** What an actor is made for that leads all these lives. */
    Signature signature() {
        return worlds.get(0).signature().withLanes(worlds.size());
    }

    /** The lives of this actor, so many pulls long. */
    Life live(Actor actor, Actor.Mode mode, boolean learns, int pulls) {
        Life life = new Life(actor, actor.policy(mode, Cue.none()), worlds, learns);
        life.live(pulls);
        return life;
    }

    /** The life of a new agent that samples as Thompson did, with a uniform prior, which here is the true one. There must be one life. */
    Life thompson(int pulls, long seed) {
        Thompson agent = new Thompson.Factory().create(new Thompson.Config(Thompson.Rewards.BERNOULLI, 1, 1, 0, 1, 1, 1), signature(), new HostContext(seed));
        return live(agent, Actor.Mode.EXPLORE, true, pulls);
    }

    /** The mean regret of {@link #thompson} on so many bandits, drawn one after another. */
    static double thompsonsRegret(int tested, int arms, int pulls, HostStream drawn) {
        double regret = 0;
        for (int i = 0; i < tested; i++) {
            BanditLives one = new BanditLives(1, arms, drawn);
            regret += one.regret(one.thompson(pulls, i)) / tested;
        }
        return regret;
    }

    /** Over a whole life, the best arm's mean less that of the arm pulled, summed: the mean over all lives. */
    double regret(Life life) {
        double regret = 0;
        for (int lane = 0; lane < means.size(); lane++) {
            double[] mine = means.get(lane);
            double best = Arrays.stream(mine).max().orElseThrow();
            for (Moment moment : life.recording().get(lane)) {
                regret += best - mine[moment.decision().action().index()];
            }
        }
        return regret / means.size();
    }
}
