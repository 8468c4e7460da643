package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.function.Supplier;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;

/** Learning from labelled examples: passes over a task in a new order each time, batch by batch. */
final class ExampleLearning {
    private final Stage stage;
    private final Tasks tasks;
    private final Twinning twinning;
    private final Progress progress;
    private final Boundary boundary;

    ExampleLearning(Stage stage, Tasks tasks, Twinning twinning, Progress progress, Boundary boundary) {
        this.stage = stage;
        this.tasks = tasks;
        this.twinning = twinning;
        this.progress = progress;
        this.boundary = boundary;
    }

    /** @param from where the phase stands; before its beginning as a rule */
    void carryOut(Phase.Learn phase, Experience.Examples experience, Player player, Midway from) {
        ExampleSet set = stage.examples(experience);
        set.check(player.signature());
        if (!from.inside() && phase.begin()) {
            player.batchesMet(experience.task(), 0);
            player.stopwatch().start();
            tasks.begin(player, phase);
            player.stopwatch().stop();
            twins(player).forEach(twin -> tasks.begin(twin, phase));
        }
        new Pass(phase, experience, player, set, from).carryOut();
        if (phase.end()) {
            end(player, phase);
            twins(player).forEach(twin -> end(twin, phase));
        }
    }

    private void end(Player player, Phase.Learn phase) {
        player.stopwatch().start();
        tasks.end(player, phase);
        player.stopwatch().stop();
        tasks.account(player, phase.experience().task());
    }

    /** Those that go on learning. */
    private List<Player> twins(Player player) {
        return twinning.of(player).stream().filter(twin -> !twin.isFrozen()).toList();
    }

    /** The batches of one phase. */
    private final class Pass {
        private final Phase.Learn phase;
        private final Experience.Examples experience;
        private final Player player;
        private final ExampleSet set;
        private final int batch;
        private final long perPass;
        private final long until;
        private final BatchBuffers buffers;
        private long met;
        private final Supplier<Midway> midway = this::midway;
        private List<Player> twins;
        private long nextTwin;
        private boolean somebodyLearns;

        Pass(Phase.Learn phase, Experience.Examples experience, Player player, ExampleSet set, Midway from) {
            this.phase = phase;
            this.experience = experience;
            this.player = player;
            this.set = set;
            this.batch = experience.batch();
            this.perPass = ((long) set.size() + batch - 1) / batch;
            this.met = player.batchesMet(experience.task());
            Budget budget = experience.budget();
            this.until = from.inside() ? from.until() : met + (budget.unit() == Budget.Unit.EPOCHS ? budget.amount() * perPass : budget.amount());
            this.buffers = new BatchBuffers(set);
            look();
        }

        private void look() {
            twins = twinning.of(player);
            nextTwin = twinning.nextStep(player);
            somebodyLearns = !player.isFrozen() || twins.stream().anyMatch(twin -> !twin.isFrozen());
        }

        private Midway midway() {
            player.batchesMet(experience.task(), met);
            return new Midway(true, until, 0, List.of());
        }

        void carryOut() {
            int[] order = {};
            long begun = met;
            player.stopwatch().start();
            for (; met < until; met++) {
                if (boundary.between(player, phase, midway)) {
                    look();
                }
                int at = (int) (met % perPass * batch);
                if (at == 0 || order.length == 0) {
                    order = order(met / perPass);
                }
                learn(order, at, Math.min(batch, set.size() - at));
                if (met == begun && somebodyLearns) {
                    player.probe().remember(buffers.inputs(), phase.cue());
                }
            }
            player.stopwatch().stop();
            player.batchesMet(experience.task(), met);
            if (phase.end()) {
                boundary.beforeLongCall(midway);
            }
        }

        private void learn(int[] order, int at, int rows) {
            if (somebodyLearns) {
                buffers.read(order, at, rows);
            }
            if (!player.isFrozen()) {
                player.learner().learn(buffers.inputs(), buffers.targets(), phase.cue());
            }
            player.advance(rows);
            for (int i = 0; i < twins.size(); i++) {
                Player twin = twins.get(i);
                if (!twin.isFrozen()) {
                    learnBeside(twin);
                }
                twin.advance(rows);
            }
            if (player.step() >= nextTwin) {
                twinning.makeDue(player);
                look();
            }
            progress.advance(rows);
        }

        /** What it takes is the twin's cost, not the player's. */
        private void learnBeside(Player twin) {
            player.stopwatch().stop();
            twin.stopwatch().start();
            twin.learner().learn(buffers.inputs(), buffers.targets(), phase.cue());
            twin.stopwatch().stop();
            player.stopwatch().start();
        }

        /** The order of a pass depends on seed, task and pass alone: the same for every learner, and found again after a pause. */
        private int[] order(long pass) {
            return stage.streams(experience.environment()).get("order/" + experience.task(), pass).permutation(set.size());
        }
    }
}
