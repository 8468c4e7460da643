package org.thaw.tck.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Student;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Protocol;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

/** Carries out plans for actors in one world: one lane, one task, and of the phases Learn, Record, Study, Freeze, Leave and Evaluate. */
public final class Script implements Planning {
    private final Map<String, Actor> roles;
    private final Supplier<World> worlds;
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<String, List<Moment>> recordings = new HashMap<>();
    private final Map<String, MemoryState> frozen = new HashMap<>();
    private final Map<String, Double> scores = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    /** A run of these learners, by role, each in worlds of its own. */
    public Script(Map<String, Actor> roles, Supplier<World> worlds) {
        this.roles = new HashMap<>(roles);
        this.worlds = worlds;
    }

    /** Walks the plan to its end; says which phases were carried out, as {@code name role}. */
    public List<String> run(Protocol protocol) {
        for (Phase phase : protocol.plan(this)) {
            if (phase instanceof Phase.Learn learn) {
                learn(learn);
            } else if (phase instanceof Phase.Record record) {
                learn(record.learn());
                recordings.put(record.recording(), lives.get(record.learn().role()).recording().get(0));
            } else if (phase instanceof Phase.Study study) {
                study(study);
            } else if (phase instanceof Phase.Freeze freeze) {
                frozen.put(freeze.role(), MemoryState.of(roles.get(freeze.role())));
                done.add(freeze.name() + " " + freeze.role());
            } else if (phase instanceof Phase.Leave leave) {
                checkFrozen();
                roles.remove(leave.role());
                lives.remove(leave.role());
                frozen.remove(leave.role());
                done.add(leave.name() + " " + leave.role());
            } else if (phase instanceof Phase.Evaluate evaluate) {
                evaluate(evaluate);
            } else {
                throw new IllegalArgumentException("this host knows no " + phase);
            }
            checkFrozen();
        }
        return done;
    }

    private void checkFrozen() {
        frozen.forEach((role, state) -> {
            if (!MemoryState.of(roles.get(role)).sameAs(state)) {
                throw new IllegalStateException(role + " changed while frozen");
            }
        });
    }

    /** The scores that the plan asked for. */
    public Set<String> asked() {
        return asked;
    }

    private void learn(Phase.Learn learn) {
        Actor actor = roles.get(learn.role());
        Life life = lives.computeIfAbsent(learn.role(),
                role -> new Life(actor, actor.policy(Actor.Mode.EXPLORE, learn.cue()), List.of(worlds.get()), !frozen.containsKey(role)));
        if (learn.begin()) {
            actor.begin(learn.cue());
        }
        life.live((int) learn.experience().budget().amount());
        if (learn.end() && !frozen.containsKey(learn.role())) {
            actor.end(learn.cue(), ArrayData.none());
        }
        done.add(learn.name() + " " + learn.role());
    }

    private void study(Phase.Study study) {
        Student student = (Student) roles.get(study.role());
        List<List<Moment>> lives = study.recordings().stream().map(recordings::get).toList();
        RandomStream draws = random(study.name());
        for (long i = 0; i < study.updates(); i++) {
            student.study(Windows.draw(lives, student, draws));
        }
        done.add(study.name() + " " + study.role());
    }

    private void evaluate(Phase.Evaluate evaluate) {
        Actor actor = roles.get(evaluate.role());
        actor.prepare();
        Life life = new Life(actor, actor.policy(evaluate.mode(), evaluate.cue()), List.of(worlds.get()), false);
        Budget budget = ((Experience.Life) evaluate.experience()).budget();
        long episodes = 0;
        while (episodes < budget.amount()) {
            life.live(1);
            episodes = life.recording().get(0).stream().filter(m -> m.step().isLast()).count();
        }
        scores.put(evaluate.name() + " " + evaluate.role() + " return", life.earned(Integer.MAX_VALUE) / episodes);
        done.add(evaluate.name() + " " + evaluate.role());
    }

    @Override
    public long examples(String environment, Experience.Split split, List<Portion> portions) {
        throw new IllegalArgumentException("a world has no examples");
    }

    @Override
    public Outcomes outcomes() {
        return (phase, role, score) -> {
            String key = phase + " " + role + " " + score;
            asked.add(key);
            return scores.containsKey(key) ? OptionalDouble.of(scores.get(key)) : OptionalDouble.empty();
        };
    }

    @Override
    public long seed() {
        return 0;
    }

    @Override
    public RandomStream random(String name) {
        return new HostStream(HostStream.seed(seed(), name));
    }

    @Override
    public Signature signature(String environment) {
        return worlds.get().signature();
    }

    @Override
    public int tasks(String environment) {
        return 1;
    }
}
