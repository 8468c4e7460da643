package org.thaw.tck.proof;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Student;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Plan;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/** A student watches a teacher learn and is frozen. Only if it then does well enough do both live on, and are compared again. */
final class Snapshot implements Protocol {
    record Config(@Parameter(value = "steps that are watched, T1", byDefault = "200", range = "[1,*)") long watched,
            @Parameter(value = "mean return of an episode that opens the gate", byDefault = "5") double gate) {
    }

    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "proof-snapshot", summary = "Watch, freeze, compare, and go on only if it imitates well.")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Snapshot create(Config configuration) {
            return new Snapshot(configuration);
        }
    }

    private static final String TEACHER = "teacher";
    private static final String STUDENT = "student";
    private final Config config;

    private Snapshot(Config config) {
        this.config = config;
    }

    @Override
    public List<Role> roles() {
        return List.of(new Role(TEACHER, Agent.class), new Role(STUDENT, Student.class), Role.environment(World.class));
    }

    @Override
    public Plan plan(Planning planning) {
        return Plan.of(
                new Phase.Record(new Phase.Learn("watched", TEACHER, life(Budget.steps(config.watched())), Cue.none()), "childhood"),
                new Phase.Study("study", STUDENT, List.of("childhood"), Phase.Material.ALL, 300),
                new Phase.Freeze("freeze", STUDENT),
                evaluate("snapshot", STUDENT))
                .then(() -> good(planning) ? goOn() : Plan.of());
    }

    private boolean good(Planning planning) {
        return planning.outcomes().score("snapshot", STUDENT, "return").orElseThrow() >= config.gate();
    }

    private Plan goOn() {
        Experience later = life(Budget.steps(10 * config.watched()));
        return Plan.of(
                new Phase.Learn("later", TEACHER, later, Cue.none(), false, true),
                new Phase.Learn("later", STUDENT, later, Cue.none(), false, true),
                evaluate("gap", TEACHER),
                evaluate("gap", STUDENT));
    }

    private static Phase evaluate(String name, String role) {
        return new Phase.Evaluate(name, role, life(Budget.episodes(20)), Cue.none());
    }

    private static Experience life(Budget budget) {
        return new Experience.Life(Role.ENVIRONMENT, 0, budget);
    }
}
