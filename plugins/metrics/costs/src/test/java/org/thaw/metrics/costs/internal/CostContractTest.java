package org.thaw.metrics.costs.internal;

import org.thaw.tck.MetricContract;

/** The metric of costs keeps the contract of metrics. */
class CostContractTest extends MetricContract<Cost.None> {
    CostContractTest() {
        super(new Cost.Factory(), new Cost.None());
    }
}
