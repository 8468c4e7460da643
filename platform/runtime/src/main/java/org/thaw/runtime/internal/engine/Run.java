package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thaw.api.Signature;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Protocol;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.random.Streams;

/** Carries out one plan, phase by phase, in one thread. */
final class Run implements AutoCloseable {
    private final RunPlan plan;
    private final Protocol protocol;
    private final RunServices services;
    private final Progress progress;
    private final Consumer<Event> events;
    private final Outcome outcome = new Outcome();
    private final Stage stage;
    private final Forecast forecast;
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final Twinning twinning;
    private final Tasks tasks;
    private final ExampleLearning exampleLearning;
    private final LifeLearning lifeLearning;
    private final Evaluation evaluation;

    Run(RunPlan plan, Protocol protocol, RunServices services, Progress progress, Consumer<Event> log) {
        this.plan = plan;
        this.protocol = protocol;
        this.services = services;
        this.progress = progress;
        this.events = event -> {
            log.accept(event);
            outcome.on(event);
        };
        this.stage = new Stage(plan, services);
        try {
            Guard guard = new Guard(plan.protocol().plugin().label());
            this.forecast = guard.get("plan", () -> Forecast.of(protocol, stage));
            progress.plan(forecast.work());
            plan.learners().forEach((role, binding) -> {
                Signature signature = guard.get("signature", () -> protocol.signature(role, stage.planning(outcome)));
                players.put(role, new Player(role, binding, signature, services, new Streams(plan.seed(), role), events));
            });
            this.tasks = new Tasks(stage, forecast, progress, events);
            this.twinning = new Twinning(plan.twins(), players, tasks, events);
            this.exampleLearning = new ExampleLearning(stage, tasks, twinning, progress);
            this.lifeLearning = new LifeLearning(stage, tasks, twinning, progress, events);
            this.evaluation = new Evaluation(stage, tasks, progress, events);
        } catch (Throwable e) {
            Closing.after(e, this);
            throw e;
        }
    }

    /** Carries out the plan to its end. */
    void carryOut(Runnable phaseDone) {
        Guard guard = new Guard(plan.protocol().plugin().label());
        var phases = guard.get("plan", () -> protocol.plan(stage.planning(outcome)).iterator());
        while (guard.get("plan", phases::hasNext)) {
            Phase phase = guard.get("plan", phases::next);
            progress.phase(phase.name());
            carryOut(phase);
            players.values().forEach(player -> player.checkFrozen("phase " + phase.name()));
            phaseDone.run();
        }
        players.values().forEach(Player::flushMeasurements);
    }

    private void carryOut(Phase phase) {
        if (phase instanceof Phase.Learn learn) {
            learn(learn);
        } else if (phase instanceof Phase.Evaluate evaluate) {
            evaluation.carryOut(evaluate, withTwins(evaluate.role()));
        } else if (phase instanceof Phase.Fork fork) {
            twinning.fork(player(fork.role()), fork.as());
        } else if (phase instanceof Phase.Freeze freeze) {
            twinning.freeze(player(freeze.role()));
        } else {
            throw new IllegalStateException("this version of Thaw cannot carry out phases of the kind " + phase.getClass().getSimpleName());
        }
    }

    private void learn(Phase.Learn learn) {
        Player player = player(learn.role());
        if (learn.begin()) {
            twinning.taskBegins(player);
        }
        if (learn.experience() instanceof Experience.Examples examples) {
            exampleLearning.carryOut(learn, examples, player);
        } else if (learn.experience() instanceof Experience.Life life) {
            lifeLearning.carryOut(learn, life, player);
        } else {
            throw new IllegalArgumentException("the plan learns by following a recording; that can only be evaluated");
        }
    }

    private List<Player> withTwins(String role) {
        List<Player> all = new ArrayList<>();
        all.add(player(role));
        all.addAll(twinning.of(player(role)));
        return all;
    }

    private Player player(String role) {
        Player player = players.get(role);
        if (player == null) {
            throw new Guard(plan.protocol().plugin().label()).fault("plan", "it names the role \"" + role + "\"; there are: " + players.keySet());
        }
        return player;
    }

    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        players.values().forEach(player -> closings.add(player::close));
        closings.add(stage::close);
        Closing.all(closings);
    }
}
