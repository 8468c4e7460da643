package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.thaw.tck.ProtocolContract;

/** The task-free protocol keeps the contract of protocols. */
class TaskFreeContractTest extends ProtocolContract<TaskFreeConfig> {
    TaskFreeContractTest() {
        super(new TaskFree.Factory(), new TaskFreeConfig(2, ClassSplit.Order.SHUFFLED, List.of(), TaskFreeConfig.Labels.CLASSES, 10, 8, 0.5, 7));
    }
}
