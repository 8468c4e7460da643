package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.thaw.api.metric.RunView;

/** The runs of an experiment, by teacher and environment. */
final class Teachers {
    private final TreeMap<String, TreeMap<String, List<Lifetimes>>> runs = new TreeMap<>();

    void on(RunView run) {
        runs.computeIfAbsent(run.learner(), learner -> new TreeMap<>()).computeIfAbsent(run.environment(), environment -> new ArrayList<>())
                .add(Lifetimes.of(run.events()));
    }

    /** Each teacher's name and runs; the environment is named where there are several. */
    void forEach(BiConsumer<String, List<Lifetimes>> to) {
        TreeSet<String> environments = new TreeSet<>();
        runs.values().forEach(byEnvironment -> environments.addAll(byEnvironment.keySet()));
        for (Map.Entry<String, TreeMap<String, List<Lifetimes>>> teacher : runs.entrySet()) {
            teacher.getValue().forEach((environment, all) -> to.accept(teacher.getKey() + (environments.size() > 1 ? " in " + environment : ""), all));
        }
    }
}
