package org.thaw.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thaw.api.Cue;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;

/** An actor that lives in a world per lane: a task of some steps, its end, and another task in the same life. */
final class AgentSubject extends Subject {
    /** Steps of the first task. */
    static final int STEPS = 40;
    private static final int EVALUATION = 10;

    private final Actor actor;
    private final Function<HostContext, World> world;
    private final Lending lending;
    private final List<HostContext> worldHosts = new ArrayList<>();
    private final Life life;

    AgentSubject(HostContext host, Actor actor, Function<HostContext, World> world, int lanes, long data, Lending lending) {
        super(host, actor);
        this.actor = actor;
        this.world = world;
        this.lending = lending;
        List<World> worlds = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            worldHosts.add(new HostContext(100 * data + lane));
            worlds.add(world.apply(worldHosts.get(lane)));
        }
        life = new Life(actor, actor.policy(Actor.Mode.EXPLORE, Cue.none()), worlds, true, lending);
    }

    @Override
    void step(int i) {
        if (i == 0 || i == STEPS + 2) {
            actor.begin(Cue.none());
        } else if (i == STEPS + 1) {
            life.finish();
            actor.end(Cue.none(), ArrayData.none());
        } else {
            life.live(1);
        }
    }

    @Override
    void examine() {
        actor.prepare();
        for (Actor.Mode mode : Actor.Mode.values()) {
            life(mode, 1).live(EVALUATION);
        }
    }

    /** The mean reward of each step of a life without learning, in fresh worlds. */
    double rewardPerStep(int steps) {
        Life life = life(Actor.Mode.EXPLOIT, 7);
        life.live(steps);
        return life.earned(Integer.MAX_VALUE) / (steps * worldHosts.size());
    }

    private Life life(Actor.Mode mode, long data) {
        List<World> worlds = new ArrayList<>();
        for (int lane = 0; lane < worldHosts.size(); lane++) {
            worlds.add(world.apply(new HostContext(-100 * data - lane)));
        }
        return new Life(actor, actor.policy(mode, Cue.none()), worlds, false, lending);
    }

    @Override
    void takeOverSurroundings(Subject other) {
        AgentSubject its = (AgentSubject) other;
        life.takeOver(its.life);
        for (int lane = 0; lane < worldHosts.size(); lane++) {
            MemoryState.of(its.worldHosts.get(lane)).into(worldHosts.get(lane));
        }
    }

    @Override
    String difference(Subject other) {
        String difference = super.difference(other);
        if (!difference.isEmpty()) {
            return difference;
        }
        AgentSubject its = (AgentSubject) other;
        String all = MemoryState.of(life).difference(MemoryState.of(its.life));
        return all.isEmpty() ? lived(life.recording(), its.life.recording()) : all;
    }

    /** Compares what both have lived last; one that was restored has no earlier memories. */
    static String lived(List<List<Moment>> mine, List<List<Moment>> its) {
        for (int lane = 0; lane < mine.size(); lane++) {
            List<Moment> a = mine.get(lane);
            List<Moment> b = its.get(lane);
            for (int back = 1; back <= Math.min(a.size(), b.size()); back++) {
                if (!a.get(a.size() - back).sameBits(b.get(b.size() - back))) {
                    return "saved state is the same, but " + back + " steps ago lane " + lane + " had " + a.get(a.size() - back) + " against " + b.get(b.size() - back);
                }
            }
        }
        return "";
    }
}
