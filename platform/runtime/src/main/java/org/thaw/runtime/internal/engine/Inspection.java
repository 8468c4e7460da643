package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Inspector;
import org.thaw.runtime.internal.fault.Guard;

/** Shows learners to the metrics that look into them, after each evaluation. Their own faults are theirs, the learner's its own. */
final class Inspection {
    private record Looking(String id, Guard guard, Inspector inspector, int probes) {
    }

    private final List<Looking> looking = new ArrayList<>();

    /** One more that wants to look. */
    void add(String id, Guard guard, Inspector inspector) {
        int probes = guard.get("probes", inspector::probes);
        if (probes < 0) {
            throw guard.fault("probes", "it returned " + probes + "; expected 0 or more");
        }
        looking.add(new Looking(id, guard, inspector, probes));
    }

    /** How many inputs of an evaluation of this player are wanted at most; 0 if nobody looks into it. */
    int wanted(Player player) {
        return looking.isEmpty() || player.learner().inspectable().isEmpty() ? 0 : looking.stream().mapToInt(Looking::probes).max().orElse(0);
    }

    /**
     * Lets all of them look.
     *
     * @param first gives the first inputs of the evaluation: as many as asked for, or as many as there were
     */
    void carryOut(Player player, IntFunction<Tensor> first, Consumer<Event> events) {
        Optional<Inspectable> learner = player.learner().inspectable();
        if (learner.isEmpty()) {
            return;
        }
        for (Looking each : looking) {
            Inspectable shown = new Shown(learner.get(), player.guard(), each.guard());
            each.guard().run("inspect", () -> each.inspector().inspect(shown, first.apply(each.probes()),
                    (name, value) -> events.accept(new Event.Measured(player.role(), player.step(), each.id() + "/" + name, value))));
        }
    }
}
