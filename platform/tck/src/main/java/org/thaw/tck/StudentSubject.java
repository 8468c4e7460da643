package org.thaw.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

/** A student that studies recorded lives and lives one of its own beside it, in a world per lane, step by step. */
final class StudentSubject extends Subject {
    /** Steps of the first task. */
    static final int STEPS = 40;
    private static final int EVALUATION = 10;

    private final Student student;
    private final Function<HostContext, World> world;
    private final List<List<Moment>> lives;
    private final long data;
    private final Lending lending;
    private final Signature signature;
    private final List<HostContext> worldHosts = new ArrayList<>();
    private final Life life;

    StudentSubject(HostContext host, Student student, Function<HostContext, World> world, List<List<Moment>> lives, int lanes, long data, Lending lending) {
        super(host, student);
        this.student = student;
        this.world = world;
        this.lives = lives;
        this.data = data;
        this.lending = lending;
        List<World> worlds = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            worldHosts.add(new HostContext(100 * data + lane));
            worlds.add(world.apply(worldHosts.get(lane)));
        }
        signature = worlds.get(0).signature().withLanes(lanes);
        life = new Life(student, student.policy(Actor.Mode.EXPLORE, Cue.none()), worlds, false, lending);
    }

    Student student() {
        return student;
    }

    @Override
    void step(int i) {
        if (i == 0 || i == STEPS + 2) {
            student.begin(Cue.none());
        } else if (i == STEPS + 1) {
            student.end(Cue.none(), ArrayData.none());
        } else {
            study(i);
            life.live(1);
        }
    }

    /** Studies a batch of windows that depends on nothing but the data and the number. */
    void study(int i) {
        lending.windows(signature, Windows.draw(lives, student, new HostStream(HostStream.seed(data, "windows " + i))), student::study);
    }

    @Override
    void examine() {
        student.prepare();
        for (Actor.Mode mode : Actor.Mode.values()) {
            List<World> worlds = new ArrayList<>();
            for (int lane = 0; lane < worldHosts.size(); lane++) {
                worlds.add(world.apply(new HostContext(-100 - lane)));
            }
            new Life(student, student.policy(mode, Cue.none()), worlds, false, lending).live(EVALUATION);
            Policy follower = student.policy(mode, Cue.none());
            new Following(signature, follower).follow(lives.get(0).subList(0, EVALUATION), 0);
        }
    }

    @Override
    void takeOverSurroundings(Subject other) {
        StudentSubject its = (StudentSubject) other;
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
        StudentSubject its = (StudentSubject) other;
        String all = MemoryState.of(life).difference(MemoryState.of(its.life));
        return all.isEmpty() ? AgentSubject.lived(life.recording(), its.life.recording()) : all;
    }
}
