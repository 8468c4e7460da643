package org.thaw.runtime.internal.engine;

import org.thaw.api.RandomStream;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/** Learning from labelled examples: passes over a task in a new order each time, batch by batch. */
final class ExampleLearning {
    private final Stage stage;
    private final Tasks tasks;
    private final Twinning twinning;
    private final Progress progress;

    ExampleLearning(Stage stage, Tasks tasks, Twinning twinning, Progress progress) {
        this.stage = stage;
        this.tasks = tasks;
        this.twinning = twinning;
        this.progress = progress;
    }

    void carryOut(Phase.Learn phase, Experience.Examples experience, Player player) {
        ExampleSet set = stage.examples(experience);
        if (phase.begin()) {
            player.batchesMet(experience.task(), 0);
        }
        player.stopwatch().start();
        if (phase.begin() && !player.isFrozen()) {
            tasks.begin(player, phase);
        }
        pass(phase, experience, player, set);
        if (phase.end() && !player.isFrozen()) {
            tasks.end(player, phase);
        }
        player.stopwatch().stop();
        if (phase.end() && !player.isFrozen()) {
            tasks.account(player, experience.task());
        }
    }

    private void pass(Phase.Learn phase, Experience.Examples experience, Player player, ExampleSet set) {
        int batch = experience.batch();
        long perPass = (set.size() + batch - 1) / batch;
        long met = player.batchesMet(experience.task());
        long until = met + (experience.budget().unit() == Budget.Unit.EPOCHS ? experience.budget().amount() * perPass : experience.budget().amount());
        BatchBuffers buffers = new BatchBuffers(player.signature().equals(set.signature()) ? set.signature() : player.signature());
        int[] order = {};
        long nextTwin = twinning.nextAfter(player.step());
        for (; met < until; met++) {
            int at = (int) (met % perPass) * batch;
            if (at == 0 || order.length == 0) {
                order = order(experience, set, met / perPass);
            }
            int rows = Math.min(batch, set.size() - at);
            if (!player.isFrozen()) {
                buffers.read(set, order, at, rows);
                player.learn(buffers.inputs(), buffers.targets(), phase.cue());
            }
            player.advance(rows);
            for (Player twin : twinning.of(player)) {
                twin.advance(rows);
            }
            if (player.step() >= nextTwin) {
                twinning.frozenTwin(player, nextTwin);
                nextTwin = twinning.nextAfter(player.step());
            }
            progress.advance(rows);
        }
        player.batchesMet(experience.task(), met);
    }

    /** The order of a pass depends on seed, task and pass alone: the same for every learner, and found again after a pause. */
    private int[] order(Experience.Examples experience, ExampleSet set, long pass) {
        RandomStream stream = stage.streams(experience.environment()).get("order/" + experience.task(), pass);
        return stream.permutation(set.size());
    }
}
