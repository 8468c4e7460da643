package org.thaw.runtime.internal.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.environment.World;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.context.RunContext;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.random.Streams;

/** The environments of a run: one of each for signatures and examples, and as many further worlds as lives need. */
final class Stage implements AutoCloseable {
    private record Source(String role, Experience.Split split, int task) {
    }

    private record Selection(String role, Experience.Split split, List<Portion> portions) {
    }

    private final RunPlan plan;
    private final RunServices services;
    private final Map<String, Environment> environments = new LinkedHashMap<>();
    private final Map<String, Signature> signatures = new HashMap<>();
    private final Map<Source, Examples> sources = new HashMap<>();
    private final Map<Selection, ExampleSet> sets = new HashMap<>();

    Stage(RunPlan plan, RunServices services) {
        this.plan = plan;
        this.services = services;
        try {
            plan.environments().forEach((role, binding) -> {
                Environment environment = make(role, streams(role, 0));
                environments.put(role, environment);
                signatures.put(role, guard(role).get("signature", environment::signature));
            });
        } catch (Throwable e) {
            Closing.after(e, this);
            throw e;
        }
    }

    /** The streams of what happens in an environment; the same for every learner of a seed and lifetime, so that their lives are paired. */
    Streams streams(String role, long lifetime) {
        return Streams.of(plan.seed(), role, lifetime);
    }

    /** The streams in which a learner that is made in this lifetime draws its own numbers. */
    Streams knowledge(String origin, long lifetime) {
        return Streams.of(plan.seed(), origin, lifetime);
    }

    Guard guard(String role) {
        return services.guard(binding(role));
    }

    @SuppressWarnings("unchecked")
    private Environment make(String role, Streams streams) {
        Binding binding = binding(role);
        RunContext context = new RunContext(services, streams, role, (name, value) -> {
        });
        return guard(role).get("create", () -> ((EnvironmentFactory<Record, Environment>) binding.plugin().factory()).create(binding.configuration(), context));
    }

    Binding binding(String role) {
        Binding binding = plan.environments().get(role);
        if (binding == null) {
            throw new IllegalArgumentException("the plan names the environment \"" + role + "\", but its roles are " + plan.environments().keySet());
        }
        return binding;
    }

    /** A further world for a lane of a life. */
    World world(String role, Streams streams) {
        Environment environment = make(role, streams);
        if (environment instanceof World world) {
            return world;
        }
        RuntimeException fault = guard(role).fault("create", "it is not a world, so nobody can live in it");
        Closing.after(fault, environment);
        throw fault;
    }

    Signature signature(String role) {
        binding(role);
        return signatures.get(role).withLanes(environments.get(role) instanceof World ? plan.lanes() : 1);
    }

    private TaskStream stream(String role) {
        binding(role);
        if (environments.get(role) instanceof TaskStream stream) {
            return stream;
        }
        throw new IllegalArgumentException("the plan wants labelled examples from the environment \"" + role + "\", but it is not a task stream");
    }

    int tasks(String role) {
        binding(role);
        return environments.get(role) instanceof TaskStream stream ? guard(role).get("tasks", stream::tasks) : 1;
    }

    /** The selected examples, found once. */
    ExampleSet examples(Experience.Examples wanted) {
        Selection selection = new Selection(wanted.environment(), wanted.split(), wanted.portions());
        ExampleSet set = sets.get(selection);
        if (set == null) {
            String role = wanted.environment();
            TaskStream stream = stream(role);
            set = ExampleSet.of(guard(role), signatures.get(role), task -> source(stream, new Source(role, wanted.split(), task)), wanted.portions());
            sets.put(selection, set);
        }
        return set;
    }

    /** One object for each task: only so can it be seen that two portions come from one source, and be read together. */
    private Examples source(TaskStream stream, Source wanted) {
        return sources.computeIfAbsent(wanted, w -> w.split() == Experience.Split.TRAIN ? guard(w.role()).get("train", () -> stream.train(w.task()))
                : guard(w.role()).get("test", () -> stream.test(w.task())));
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
                return Stage.this.tasks(environment);
            }

            @Override
            public long examples(String environment, Experience.Split split, List<Portion> portions) {
                return Stage.this.examples(new Experience.Examples(environment, 0, split, portions, 1, Budget.epochs(1))).size();
            }

            @Override
            public Outcomes outcomes() {
                return outcomes;
            }
        };
    }

    @Override
    public void close() {
        Closing.all(environments.entrySet().stream().<Runnable>map(each -> () -> guard(each.getKey()).run("close", each.getValue()::close)).toList());
    }
}
