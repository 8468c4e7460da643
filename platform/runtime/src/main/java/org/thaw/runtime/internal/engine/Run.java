package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Protocol;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.checkpoint.CheckpointFolder;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.SetAsideException;

/** Carries out one plan, phase by phase, in one thread; from its beginning or from a checkpoint. */
final class Run implements AutoCloseable {
    private final RunPlan plan;
    private final Protocol protocol;
    private final RunServices services;
    private final Progress progress;
    private final Guard guard;
    private final EventLog log;
    private final Consumer<Event> events;
    private final Outcome outcome = new Outcome();
    private final Stage stage;
    private final Map<String, Player> players = Collections.synchronizedMap(new LinkedHashMap<>());
    /** Whether all who begin or go on are there. */
    private volatile boolean assembled;
    /** Roles that the plan has left, and not given to another since. */
    private final Set<String> left = new TreeSet<>();
    private final Cast cast;
    private final Recordings recordings;
    private final Imitations imitations;
    private final Twinning twinning;
    private final Tasks tasks;
    private final Swapping swapping;
    private final Checkpointing checkpointing;
    private final Boundary boundary;
    private final ExampleLearning exampleLearning;
    private final LifeLearning lifeLearning;
    private final Following following;
    private final Studying studying;
    private final Renewing renewing;
    private final Evaluation evaluation;

    /**
     * @param folder     where checkpoints go
     * @param inspection the metrics that look into learners
     */
    Run(RunPlan plan, Protocol protocol, RunServices services, Progress progress, Requests requests, EventLog log, Journal journal, Cast cast, Path folder,
        Duration saveAfter, Inspection inspection) {
        this.plan = plan;
        this.protocol = protocol;
        this.services = services;
        this.progress = progress;
        this.guard = services.guard(plan.protocol());
        this.log = log;
        this.events = event -> {
            progress.checkNotAbandoned();
            outcome.on(log.emit(event));
        };
        this.cast = cast;
        this.recordings = new Recordings(folder, progress::checkNotAbandoned);
        this.stage = new Stage(plan, services);
        try {
            Forecast forecast = guard.get("plan", () -> Forecast.of(protocol, stage));
            progress.plan(forecast.work() < 0 ? -1 : forecast.work() + studies(plan) * Forecast.STUDY);
            this.tasks = new Tasks(stage, forecast, progress, events);
            this.imitations = new Imitations(plan.twins().imitations(), stage, events);
            this.twinning = new Twinning(plan.twins(), imitations, players, tasks, recordings, events);
            this.evaluation = new Evaluation(stage, tasks, progress, new Films(folder, services::log), recordings, inspection, events);
            this.swapping = new Swapping(requests, new Replacements(services.plugins()), cast, twinning, tasks, journal, events, services::log);
            this.checkpointing = new Checkpointing(new CheckpointFolder(new RunFolder(folder)), saveAfter, plan.hash(), log, progress, players, twinning, tasks, evaluation,
                    recordings, journal, requests);
            this.boundary = new Boundary(requests, progress, checkpointing, swapping, journal, new Filming(requests));
            Imitating imitating = new Imitating(imitations, players, twinning, recordings, tasks, progress, boundary, events);
            this.exampleLearning = new ExampleLearning(stage, tasks, twinning, progress, boundary, events);
            this.lifeLearning = new LifeLearning(stage, tasks, twinning, imitating, progress, boundary, recordings, events);
            this.following = new Following(recordings, tasks, twinning, imitating, progress, boundary);
            this.studying = new Studying(recordings, tasks, progress, boundary, events);
            this.renewing = new Renewing(stage, twinning, tasks, recordings, events);
        } catch (Throwable e) {
            Closing.after(e, this);
            throw e;
        }
    }

    /** How many updates the students among the control arms get, if the learner lives long enough for all of them. */
    private static long studies(RunPlan plan) {
        return plan.twins().imitations().stream().mapToLong(imitation -> imitation.updates() * imitation.at().size()).sum();
    }

    Checkpointing checkpointing() {
        return checkpointing;
    }

    /** Carries out the plan to its end. */
    void carryOut() {
        recordings.restore(List.of(), List.of(), players);
        plan.learners().forEach((role, binding) -> players.put(role, new Player(role, role, binding, signature(role), services, stage.knowledge(role, 0), events)));
        assembled = true;
        players.values().forEach(imitations::rehearse);
        carryOut(guard.get("plan", () -> protocol.plan(stage.planning(outcome)).iterator()), Midway.before());
    }

    /**
     * The same from a checkpoint on.
     *
     * @param metrics hears of all that has happened before, as if it happened now
     */
    void goOn(CheckpointFolder.Checkpoint from, History history, Consumer<Event> metrics) {
        RunState state = from.state();
        Consumer<Event> past = event -> {
            metrics.accept(event);
            outcome.on(event);
        };
        Iterator<Phase> phases = guard.get("plan", () -> protocol.plan(stage.planning(outcome)).iterator());
        for (long told : state.phaseEvents()) {
            guard.get("plan", phases::hasNext);
            note(guard.get("plan", phases::next));
            history.tell(told, past);
        }
        history.tell(state.events(), past);
        checkpointing.restore(state.phaseEvents());
        progress.restore(state.done(), state.score());
        state.players().forEach(saved -> {
            Player player = new Player(saved.role(), saved.origin(), cast.play(saved), signature(saved.origin()), services, stage.knowledge(saved.draws(), saved.born()),
                    events);
            players.put(saved.role(), player);
            player.restore(saved, from.file(), CheckpointFolder.PLAYERS + "/" + saved.role(), stage);
        });
        assembled = true;
        recordings.restore(state.recordings(), state.streams(), players);
        twinning.restore(state.twins(), state.twinsPassed(), state.studies());
        tasks.restore(state.tasks());
        evaluation.restore(state.evaluations(), state.latestScores());
        cast.changed().forEach((role, player) -> swapping.recast(players.get(role), player));
        carryOut(phases, state.midway());
    }

    private Signature signature(String role) {
        return guard.get("signature", () -> protocol.signature(role, stage.planning(outcome)));
    }

    private void carryOut(Iterator<Phase> phases, Midway from) {
        Midway midway = from;
        while (guard.get("plan", phases::hasNext)) {
            Phase phase = guard.get("plan", phases::next);
            progress.phase(phase.name());
            carryOut(phase, midway);
            note(phase);
            midway = Midway.before();
            tookPart(phase).forEach(player -> player.checkFrozen("phase " + phase.name()));
            log.flush();
            checkpointing.phaseDone();
            boundary.betweenPhases();
        }
        players.values().forEach(player -> player.checkFrozen("the last phases"));
        players.values().forEach(Player::flushMeasurements);
        players.values().forEach(tasks::accountRest);
    }

    private void carryOut(Phase phase, Midway midway) {
        if (phase instanceof Phase.Learn learn) {
            learn(learn, Optional.empty(), midway);
        } else if (phase instanceof Phase.Record record) {
            record(record, midway);
        } else if (phase instanceof Phase.Evaluate evaluate) {
            evaluate(evaluate);
        } else if (phase instanceof Phase.Fork fork) {
            twinning.fork(player(fork.role()), fork.as());
        } else if (phase instanceof Phase.Leave leave) {
            withTwins(leave.role()).forEach(player -> player.checkFrozen("phase " + leave.name()));
            twinning.leave(player(leave.role()));
        } else if (phase instanceof Phase.Freeze freeze) {
            twinning.freeze(player(freeze.role()));
        } else if (phase instanceof Phase.Study study) {
            studying.carryOut(study, player(study.role()), midway);
        } else if (phase instanceof Phase.Renew renew) {
            renewing.carryOut(renew, player(renew.role()));
        } else if (phase instanceof Phase.Swap swap) {
            Player player = player(swap.role());
            swapping.planned(player, services.bind(swap.role() + "/" + swap.name(), Plugin.Kind.LEARNER, swap.learner()), swap.carry());
        }
    }

    /** Which names are free again, and which are not any more. */
    private void note(Phase done) {
        if (done instanceof Phase.Leave leave) {
            left.add(leave.role());
        } else if (done instanceof Phase.Fork fork) {
            left.remove(fork.as());
        }
    }

    /** Those whose learners were used in a phase: only they can have changed. */
    private List<Player> tookPart(Phase phase) {
        if (phase instanceof Phase.Learn learn) {
            return withTwins(learn.role());
        }
        if (phase instanceof Phase.Record record) {
            return withTwins(record.learn().role());
        }
        return phase instanceof Phase.Evaluate evaluate ? withTwins(evaluate.role()) : List.of();
    }

    private void record(Phase.Record phase, Midway from) {
        if (!(phase.learn().experience() instanceof Experience.Life)) {
            throw new IllegalArgumentException("the plan records \"" + phase.recording() + "\" while the role \"" + phase.learn().role() + "\" meets "
                    + (phase.learn().experience() instanceof Experience.Examples ? "labelled examples" : "another recording") + "; only a life in a world can be recorded");
        }
        learn(phase.learn(), Optional.of(phase.recording()), from);
    }

    /** An evaluation that is set aside has changed nothing, and is done again. */
    private void evaluate(Phase.Evaluate phase) {
        while (true) {
            try {
                evaluation.carryOut(phase, withTwins(phase.role()));
                return;
            } catch (SetAsideException e) {
                boundary.betweenPhases();
            }
        }
    }

    private void learn(Phase.Learn learn, Optional<String> recording, Midway from) {
        Player player = player(learn.role());
        if (learn.begin() && !from.inside()) {
            twinning.taskBegins(player);
        }
        if (learn.experience() instanceof Experience.Examples examples) {
            exampleLearning.carryOut(learn, examples, player, from);
        } else if (learn.experience() instanceof Experience.Life life) {
            lifeLearning.carryOut(learn, life, recording, player, from, this::player);
        } else if (learn.experience() instanceof Experience.Following followed) {
            following.carryOut(learn, followed, player, from, this::player);
        }
    }

    private List<Player> withTwins(String role) {
        List<Player> all = new ArrayList<>();
        all.add(player(role));
        all.addAll(twinning.of(player(role)));
        return all;
    }

    /** Who plays a role; for other threads too. */
    Optional<Player> find(String role) {
        return Optional.ofNullable(players.get(role));
    }

    /** Whether nobody plays a role, nor is still to come; for other threads too. */
    boolean lacks(String role) {
        return assembled && find(role).isEmpty();
    }

    /** Who is there; for other threads too. */
    List<String> roles() {
        synchronized (players) {
            return List.copyOf(players.keySet());
        }
    }

    private Player player(String role) {
        return find(role).orElseThrow(() -> guard.fault("plan", "it names the role \"" + role + "\"" + (left.contains(role) ? ", which has left" : "") + "; there are: "
                + players.keySet()));
    }

    /** What each has learned, by role: the fingerprint of all that it saves. */
    Map<String, String> fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        players.forEach((role, player) -> prints.put(role, player.fingerprint().sha256()));
        return prints;
    }

    /** The players that are nobody's twin. */
    List<Player> originals() {
        return players.values().stream().filter(player -> player.role().equals(player.origin())).toList();
    }

    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        players.values().forEach(player -> closings.add(player::close));
        closings.add(recordings::close);
        closings.add(stage::close);
        Closing.all(closings);
    }
}
