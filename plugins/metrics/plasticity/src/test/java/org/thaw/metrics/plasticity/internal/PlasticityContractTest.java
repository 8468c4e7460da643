package org.thaw.metrics.plasticity.internal;

import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;
import org.thaw.tck.MetricContract;

class PlasticityContractTest extends MetricContract<Plasticity.Config> {
    PlasticityContractTest() {
        super(new Plasticity.Factory(), new Plasticity.Config(100, 0.025));
    }

    @Override
    protected List<List<Event>> stories() {
        return List.of(List.of(new Event.Measured("learner", 0, "plasticity/mean-weight", 0.5), new Event.Measured("learner", 10, "loss", 3),
                new Event.Evaluated("learner", 10, "evaluate", 0, -1, 0, 1, Map.of("return", 1.0)), new Event.Measured("learner", 10, "plasticity/mean-weight", 0.25),
                new Event.Renewed("learner", 10, 1, true), new Event.Measured("learner", 10, "plasticity/mean-weight", 0.75)));
    }
}
