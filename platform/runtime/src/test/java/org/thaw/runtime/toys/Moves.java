package org.thaw.runtime.toys;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/** From a small world to a large one and back; a frozen copy and one that has learned nothing go along. */
public record Moves(@Parameter(value = "steps of each stay", byDefault = "250", range = "[1,*)") int steps,
                    @Parameter(value = "whether copies go along", byDefault = "true") boolean copies) implements Protocol {
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "moves", summary = "From world to world.")
    public static final class Factory implements ProtocolFactory<Moves> {
        @Override
        public Protocol create(Moves configuration) {
            return configuration;
        }
    }

    private static final List<String> WORLDS = List.of("small", "large");

    @Override
    public List<Role> roles() {
        return List.of(Role.learner(Agent.class), new Role("small", World.class), new Role("large", World.class));
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return planning.signature("small").union(planning.signature("large"));
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        List<Phase> plan = new ArrayList<>();
        if (copies) {
            plan.add(new Phase.Fork("fork", "learner", "learner/fresh"));
        }
        stay(plan, "learner", 0);
        if (copies) {
            plan.add(new Phase.Fork("fork", "learner", "learner/still"));
            plan.add(new Phase.Freeze("freeze", "learner/still"));
        }
        List<String> all = copies ? List.of("learner", "learner/still", "learner/fresh") : List.of("learner");
        all.forEach(role -> stay(plan, role, 1));
        all.forEach(role -> stay(plan, role, 0));
        return plan;
    }

    private void stay(List<Phase> plan, String role, int world) {
        for (int half = 0; half < 2; half++) {
            plan.add(new Phase.Learn("live in " + WORLDS.get(world), role, new Experience.Life(WORLDS.get(world), world, Budget.steps(steps)), Cue.none().withTask(world), half == 0, half == 1));
            for (int on = 0; on < 2; on++) {
                plan.add(new Phase.Evaluate("test in " + WORLDS.get(on), role, new Experience.Life(WORLDS.get(on), on, Budget.episodes(3)), Cue.none().withTask(on)));
            }
        }
    }
}
