package org.thaw.runtime.internal.engine;

import java.util.List;
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
        set.check(player.signature());
        if (phase.begin()) {
            player.batchesMet(experience.task(), 0);
        }
        player.stopwatch().start();
        if (phase.begin()) {
            tasks.begin(player, phase);
        }
        pass(phase, experience, player, set);
        if (phase.end()) {
            tasks.end(player, phase);
        }
        player.stopwatch().stop();
        if (phase.end()) {
            tasks.account(player, experience.task());
        }
    }

    private void pass(Phase.Learn phase, Experience.Examples experience, Player player, ExampleSet set) {
        int batch = experience.batch();
        long perPass = ((long) set.size() + batch - 1) / batch;
        long met = player.batchesMet(experience.task());
        Budget budget = experience.budget();
        long until = met + (budget.unit() == Budget.Unit.EPOCHS ? budget.amount() * perPass : budget.amount());
        BatchBuffers buffers = new BatchBuffers(set);
        int[] order = {};
        List<Player> twins = twinning.of(player);
        long nextTwin = twinning.nextStep(player);
        for (; met < until; met++) {
            int at = (int) (met % perPass * batch);
            if (at == 0 || order.length == 0) {
                order = order(experience, set, met / perPass);
            }
            int rows = Math.min(batch, set.size() - at);
            if (!player.isFrozen()) {
                buffers.read(order, at, rows);
                player.learn(buffers.inputs(), buffers.targets(), phase.cue());
            }
            player.advance(rows);
            for (int twin = 0; twin < twins.size(); twin++) {
                twins.get(twin).advance(rows);
            }
            if (player.step() >= nextTwin) {
                twinning.makeDue(player);
                twins = twinning.of(player);
                nextTwin = twinning.nextStep(player);
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
