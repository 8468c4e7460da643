package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thaw.api.metric.Event;
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
    private final Consumer<Event> events;

    ExampleLearning(Stage stage, Tasks tasks, Twinning twinning, Progress progress, Boundary boundary, Consumer<Event> events) {
        this.stage = stage;
        this.tasks = tasks;
        this.twinning = twinning;
        this.progress = progress;
        this.boundary = boundary;
        this.events = events;
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
        private final Passes passes;
        private final long until;
        private final long delay;
        private final BatchBuffers buffers;
        private final Supplier<Midway> midway = this::midway;
        private final List<Answers> answers = new ArrayList<>();
        private long met;
        private List<Player> twins;
        private long nextTwin;
        private boolean somebodyLearns;

        Pass(Phase.Learn phase, Experience.Examples experience, Player player, ExampleSet set, Midway from) {
            this.phase = phase;
            this.experience = experience;
            this.player = player;
            this.passes = new Passes(experience, set, stage.streams(experience.environment(), player.lifetime()));
            this.met = player.batchesMet(experience.task());
            Budget budget = experience.budget();
            this.until = from.inside() ? from.until() : met + (budget.unit() == Budget.Unit.EPOCHS ? budget.amount() * passes.length() : budget.amount());
            this.delay = experience.testFirst().map(Experience.TestFirst::delay).orElse(0L);
            this.buffers = new BatchBuffers(set);
            look();
            answers.forEach(each -> from.answers().stream().filter(saved -> saved.role().equals(each.player().role())).forEach(each::restore));
        }

        /** Takes note of who is there. */
        private void look() {
            twins = twinning.of(player);
            nextTwin = twinning.nextStep(player);
            somebodyLearns = !player.isFrozen() || twins.stream().anyMatch(twin -> !twin.isFrozen());
            experience.testFirst().ifPresent(wanted -> Stream.concat(Stream.of(player), twins.stream())
                    .filter(each -> answers.stream().noneMatch(known -> known.player() == each))
                    .forEach(each -> answers.add(new Answers(each, experience.task(), wanted))));
        }

        private Midway midway() {
            player.batchesMet(experience.task(), met);
            return new Midway(true, until, 0, List.of(), answers.stream().map(Answers::save).toList(), 0);
        }

        void carryOut() {
            long begun = met;
            player.stopwatch().start();
            for (; met < until; met++) {
                if (boundary.between(player, midway)) {
                    look();
                }
                if (!answers.isEmpty()) {
                    answer();
                }
                learn(met - delay);
                if ((met == begun || player.probe().isEmpty()) && somebodyLearns) {
                    player.probe().remember(buffers.inputs(), phase.cue());
                }
                goOn(passes.rows(met));
            }
            player.batchesMet(experience.task(), met);
            if (phase.end()) {
                boundary.beforeLongCall(player, midway);
                for (long late = met - delay; late < met; late++) {
                    learn(late);
                    progress.breathe();
                }
            }
            player.stopwatch().stop();
            answers.forEach(each -> each.tell(events));
        }

        /** All answer before the targets are shown to any; that is no cost of learning. */
        private void answer() {
            player.stopwatch().stop();
            passes.read(met, buffers);
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i).ask(buffers.inputs(), buffers.targets(), phase.cue());
            }
            player.stopwatch().start();
        }

        private void learn(long number) {
            if (!somebodyLearns || number < 0) {
                return;
            }
            if (answers.isEmpty() || number != met) {
                passes.read(number, buffers);
            }
            if (!player.isFrozen()) {
                player.learner().learn(buffers.inputs(), buffers.targets(), phase.cue());
            }
            for (int i = 0; i < twins.size(); i++) {
                if (!twins.get(i).isFrozen()) {
                    learnBeside(twins.get(i));
                }
            }
        }

        /** What it takes is the twin's cost, not the player's. */
        private void learnBeside(Player twin) {
            player.stopwatch().stop();
            twin.stopwatch().start();
            twin.learner().learn(buffers.inputs(), buffers.targets(), phase.cue());
            twin.stopwatch().stop();
            player.stopwatch().start();
        }

        private void goOn(int rows) {
            player.advance(rows);
            for (int i = 0; i < twins.size(); i++) {
                twins.get(i).advance(rows);
            }
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i).tellIfDue(events);
            }
            if (player.step() >= nextTwin) {
                twinning.makeDue(player);
                look();
            }
            progress.advance(rows);
        }
    }
}
