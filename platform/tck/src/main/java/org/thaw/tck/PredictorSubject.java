package org.thaw.tck;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.AllTasks;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.LentData;

/** A predictor that meets tasks: each begins, goes on for some batches and ends; the last never ends. */
final class PredictorSubject extends Subject {
    /** Batches of each task but the last. */
    static final int BATCHES = 12;
    private static final int TASK_STEPS = BATCHES + 2;
    private static final int BATCH = 7;

    private final Predictor predictor;
    private final List<ArrayData> tasks;
    private final boolean shownAll;
    private final Lending lending;

    PredictorSubject(HostContext host, Predictor predictor, List<ArrayData> tasks, boolean shownAll, Lending lending) {
        super(host, predictor);
        this.predictor = predictor;
        this.tasks = tasks;
        this.shownAll = shownAll;
        this.lending = lending;
    }

    @Override
    void step(int i) {
        int number = Math.min(i / TASK_STEPS, tasks.size() - 1);
        ArrayData task = tasks.get(number);
        int within = i - number * TASK_STEPS;
        if (within == 0) {
            predictor.begin(task.cue());
        } else if (within == TASK_STEPS - 1 && number < tasks.size() - 1) {
            predictor.end(task.cue(), new LentData(shown(task), lending));
        } else {
            // the size varies, as that of a pass's last batch does
            Batches batches = task.drawn(i % 5 == 0 ? BATCH - 4 : BATCH, new HostStream(i));
            batches.next();
            lending.batch(batches.inputs(), batches.targets(), (x, y) -> predictor.learn(x, y, task.cue()));
        }
    }

    private Data shown(ArrayData task) {
        return shownAll ? new AllTasks(tasks, task.cue()) : task;
    }

    @Override
    void examine() {
        answers();
    }

    /** The predictions for all tasks, in batches of several sizes. */
    List<Tensor> answers() {
        predictor.prepare();
        List<Tensor> answers = new ArrayList<>();
        for (int batch : new int[] {1, 8, 3}) {
            for (ArrayData task : tasks) {
                Batches batches = task.inOrder(batch);
                batches.next();
                lending.batch(batches.inputs(), batches.targets(), (x, y) -> answers.add(predictor.predict(x, task.cue()).copy()));
            }
        }
        return answers;
    }

    @Override
    String difference(Subject other) {
        String difference = super.difference(other);
        if (!difference.isEmpty()) {
            return difference;
        }
        List<Tensor> mine = answers();
        List<Tensor> its = ((PredictorSubject) other).answers();
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).sameBits(its.get(i))) {
                return "saved state is the same, but the predictions differ";
            }
        }
        return "";
    }
}
