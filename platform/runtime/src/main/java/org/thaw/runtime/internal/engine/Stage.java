package org.thaw.runtime.internal.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.environment.World;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Planning;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.context.RunContext;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.random.Streams;

/** The environments of a run: one of each for signatures and examples, and as many further worlds as lives need. */
final class Stage implements AutoCloseable {
    private final RunPlan plan;
    private final RunServices services;
    private final Map<String, Environment> environments = new LinkedHashMap<>();
    private final Map<Experience.Examples, ExampleSet> sets = new HashMap<>();

    Stage(RunPlan plan, RunServices services) {
        this.plan = plan;
        this.services = services;
        plan.environments().forEach((role, binding) -> environments.put(role, make(binding, streams(role), role)));
    }

    /** The streams of what happens in an environment; the same for every learner of a seed, so that their runs are paired. */
    Streams streams(String environment) {
        return new Streams(plan.seed(), environment);
    }

    @SuppressWarnings("unchecked")
    private Environment make(Binding binding, Streams streams, String player) {
        RunContext context = new RunContext(services, streams, player, (name, value) -> {
        });
        Guard guard = new Guard(binding.plugin().label());
        return guard.get("create", () -> ((EnvironmentFactory<Record, Environment>) binding.plugin().factory()).create(binding.configuration(), context));
    }

    Binding binding(String role) {
        Binding binding = plan.environments().get(role);
        if (binding == null) {
            throw new IllegalArgumentException("the plan names the environment \"" + role + "\", but its roles are " + plan.environments().keySet());
        }
        return binding;
    }

    /** A further world for a lane of a life. */
    World world(Binding binding, Streams streams, int lane) {
        Environment environment = make(binding, streams, "lane" + lane);
        if (environment instanceof World world) {
            return world;
        }
        throw new PluginFaultException(binding.plugin().label(), "create", "it is not a world, so nobody can live in it");
    }

    Signature signature(String role) {
        binding(role);
        Signature one = environments.get(role).signature();
        return new Signature(one.input(), one.output(), environments.get(role) instanceof World ? plan.lanes() : 1);
    }

    TaskStream stream(String role) {
        binding(role);
        if (environments.get(role) instanceof TaskStream stream) {
            return stream;
        }
        throw new IllegalArgumentException("the plan wants labelled examples from the environment \"" + role + "\", but it is not a task stream");
    }

    /** The selected examples, found once. */
    ExampleSet examples(Experience.Examples experience) {
        return sets.computeIfAbsent(experience, e -> new Guard(binding(e.environment()).plugin().label())
                .get("reading labels", () -> ExampleSet.of(stream(e.environment()), e)));
    }

    /** What a plan may depend on. */
    Planning planning(Outcomes outcomes) {
        return new Planning() {
            @Override
            public long seed() {
                return plan.seed();
            }

            @Override
            public RandomStream random(String name) {
                return new Streams(plan.seed(), "plan").get(name);
            }

            @Override
            public Signature signature(String environment) {
                return Stage.this.signature(environment);
            }

            @Override
            public int tasks(String environment) {
                binding(environment);
                return environments.get(environment) instanceof TaskStream stream ? stream.tasks() : 1;
            }

            @Override
            public Outcomes outcomes() {
                return outcomes;
            }
        };
    }

    @Override
    public void close() {
        environments.forEach((role, environment) -> new Guard(plan.environments().get(role).plugin().label()).run("close", environment::close));
    }
}
