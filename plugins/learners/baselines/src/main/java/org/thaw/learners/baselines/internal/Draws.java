package org.thaw.learners.baselines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.toolkit.Classifier;

/**
 * Batches drawn independently from the data of several tasks. Where the cue tells the task, each batch comes from one task, drawn by size, under
 * that task's cue; elsewhere all classes of all tasks compete.
 */
final class Draws {
    private final List<Data> sources;
    private final List<Cue> cues;
    private final List<Batches> drawn;
    private final RandomStream random;

    Draws(Data data, Cue present, int batchSize, RandomStream random) {
        this.random = random;
        boolean told = present.task().isPresent();
        sources = told ? tasks(data) : List.of(data);
        cues = told ? sources.stream().map(Data::cue).toList() : List.of(union(data));
        drawn = sources.stream().map(source -> source.drawn(batchSize, random)).toList();
    }

    /** Takes ordinary steps on so many batches. */
    void train(Classifier classifier, long steps, Context context) {
        for (long step = 0; step < steps; step++) {
            int source = drawBySize();
            drawn.get(source).next();
            context.measure("loss", classifier.learn(drawn.get(source).inputs(), drawn.get(source).targets(), cues.get(source)));
        }
    }

    private static List<Data> tasks(Data data) {
        List<Data> tasks = new ArrayList<>();
        for (int i = 0; i < data.tasks(); i++) {
            tasks.add(data.task(i));
        }
        return tasks;
    }

    /** The classes of all tasks; untold if those of any task are. */
    private static Cue union(Data data) {
        TreeSet<Integer> classes = new TreeSet<>();
        for (Data task : tasks(data)) {
            Cue cue = task.cue();
            if (!cue.tellsClasses()) {
                return Cue.none();
            }
            for (int i = 0; i < cue.classCount(); i++) {
                classes.add(cue.classAt(i));
            }
        }
        return classes.isEmpty() ? Cue.none() : Cue.none().withClasses(classes.stream().mapToInt(Integer::intValue).toArray());
    }

    private int drawBySize() {
        if (sources.size() == 1) {
            return 0;
        }
        int total = 0;
        for (Data source : sources) {
            total = Math.addExact(total, source.size());
        }
        int example = random.nextInt(total);
        int source = 0;
        while (example >= sources.get(source).size()) {
            example -= sources.get(source++).size();
        }
        return source;
    }
}
