package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Protocol;

/**
 * Walks a plan before it is carried out: what work it holds, and which tasks a learner that is shown all data may see. A plan that reads
 * outcomes cannot be foreseen; then the work is unknown, and the tasks are those before the first outcome is read.
 *
 * @param work  examples and steps of all phases; negative if unknown
 * @param tasks the learning phases over examples that end a task, in order
 */
record Forecast(long work, List<Phase.Learn> tasks) {
    private static final int MOST_PHASES = 1_000_000;
    private static final long EPISODE = 100;
    /** What an update of a student counts for: how large its batches are is not known before it is there. */
    static final long STUDY = 1000;

    static Forecast of(Protocol protocol, Stage stage) {
        Outcome none = new Outcome();
        long work = 0;
        List<Phase.Learn> tasks = new ArrayList<>();
        int phases = 0;
        for (Phase phase : protocol.plan(stage.planning(none))) {
            if (none.asked() || ++phases > MOST_PHASES) {
                return new Forecast(-1, List.copyOf(tasks));
            }
            work += units(phase, stage);
            if (phase instanceof Phase.Learn learn && learn.end() && learn.experience() instanceof Experience.Examples) {
                tasks.add(learn);
            }
        }
        return new Forecast(none.asked() ? -1 : work, List.copyOf(tasks));
    }

    private static long units(Phase phase, Stage stage) {
        if (phase instanceof Phase.Learn learn) {
            return units(learn.experience(), stage);
        }
        if (phase instanceof Phase.Record record) {
            return units(record.learn().experience(), stage);
        }
        if (phase instanceof Phase.Study study) {
            return study.updates() * STUDY;
        }
        return phase instanceof Phase.Evaluate evaluate ? units(evaluate.experience(), stage) : 0;
    }

    private static long units(Experience experience, Stage stage) {
        Budget budget = experience.budget();
        return switch (budget.unit()) {
            case EPOCHS -> budget.amount() * stage.examples((Experience.Examples) experience).size();
            case ITERATIONS -> budget.amount() * ((Experience.Examples) experience).batch();
            case STEPS -> budget.amount();
            case EPISODES -> budget.amount() * EPISODE;
        };
    }
}
