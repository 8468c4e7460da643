package org.thaw.runtime.toys;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Student;
import org.thaw.api.environment.World;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/** All that a student can go through: it studies two lifetimes of a teacher, follows one, goes on with and without a frozen copy, begins anew, and leaves. */
public record Apprenticeship(@Parameter(value = "steps of each life", byDefault = "200", range = "[1,*)") int steps,
                             @Parameter(value = "updates of each study", byDefault = "50", range = "[1,*)") int updates) implements Protocol {
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "apprenticeship", summary = "All that a student can go through.")
    public static final class Factory implements ProtocolFactory<Apprenticeship> {
        @Override
        public Protocol create(Apprenticeship configuration) {
            return configuration;
        }
    }

    public static final String STUDENT = "student";
    private static final String COPY = "student/copy";
    private static final String TAPE = "tape";

    @Override
    public List<Role> roles() {
        return List.of(Role.learner(Agent.class), new Role(STUDENT, Student.class), Role.environment(World.class));
    }

    @Override
    public org.thaw.api.Signature signature(String learner, Planning planning) {
        return planning.signature(Role.ENVIRONMENT);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        return List.of(
                new Phase.Record(live("teach 0", Role.LEARNER), TAPE),
                new Phase.Renew("renew", Role.LEARNER, 1, true),
                new Phase.Record(live("teach 1", Role.LEARNER), TAPE),
                new Phase.Study("study", STUDENT, List.of(TAPE), Phase.Material.ALL, updates),
                new Phase.Study("study shuffled", STUDENT, List.of(TAPE), new Phase.Material(0.25, 0.75, true), updates),
                compare("compare", STUDENT, Phase.Context.FRESH),
                follow(STUDENT),
                compare("compare on", STUDENT, Phase.Context.COPY),
                live("go on", STUDENT),
                new Phase.Fork("fork", STUDENT, COPY),
                new Phase.Freeze("freeze", COPY),
                new Phase.Renew("another life", STUDENT, 1, false),
                new Phase.Renew("another life", COPY, 1, false),
                live("live", STUDENT),
                follow(COPY),
                new Phase.Record(live("live frozen", COPY), "frozen"),
                new Phase.Evaluate("test", STUDENT, life(Budget.episodes(3)), Cue.none()),
                new Phase.Evaluate("test", COPY, life(Budget.episodes(3)), Cue.none(), Phase.Context.COPY, Phase.Rewards.HIDDEN, Actor.Mode.EXPLORE),
                new Phase.Renew("anew", STUDENT, 2, true),
                live("from nothing", STUDENT),
                new Phase.Renew("anew", COPY, 2, true),
                live("thawed", COPY),
                new Phase.Leave("leave", COPY),
                new Phase.Fork("fork", STUDENT, COPY),
                live("again", COPY));
    }

    private static Experience life(Budget budget) {
        return new Experience.Life(Role.ENVIRONMENT, 0, budget);
    }

    private Phase.Learn live(String name, String role) {
        return new Phase.Learn(name, role, life(Budget.steps(steps)), Cue.none());
    }

    private Phase.Learn follow(String role) {
        return new Phase.Learn("follow", role, followed(), Cue.none());
    }

    private Phase.Evaluate compare(String name, String role, Phase.Context context) {
        return new Phase.Evaluate(name, role, followed(), Cue.none(), context, Phase.Rewards.VISIBLE, Actor.Mode.EXPLOIT);
    }

    private Experience followed() {
        return new Experience.Following(Role.ENVIRONMENT, 0, TAPE, Budget.steps(steps + steps / 2));
    }
}
