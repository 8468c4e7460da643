package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.ProtocolContract;

/** Every scenario keeps the contract of protocols. */
class SupervisedContractTest {
    private static final Config BY_EPOCHS = Configs.of(2, ClassSplit.Order.SHUFFLED, List.of(), 2, 0, 32, 0);
    private static final Config BY_ITERATIONS = Configs.of(5, ClassSplit.Order.ASCENDING, List.of(), 1, 10, 32, 3);

    @Nested
    class ClassIncrementalKeepsIt extends ProtocolContract<Config> {
        ClassIncrementalKeepsIt() {
            super(new ClassIncremental.Factory(), BY_EPOCHS);
        }
    }

    @Nested
    class DomainIncrementalKeepsIt extends ProtocolContract<Config> {
        DomainIncrementalKeepsIt() {
            super(new DomainIncremental.Factory(), BY_EPOCHS);
        }
    }

    @Nested
    class TaskIncrementalKeepsIt extends ProtocolContract<Config> {
        TaskIncrementalKeepsIt() {
            super(new TaskIncremental.Factory(), BY_EPOCHS);
        }
    }

    @Nested
    class EvaluationWithinTasksKeepsIt extends ProtocolContract<Config> {
        EvaluationWithinTasksKeepsIt() {
            super(new TaskIncremental.Factory(), BY_ITERATIONS);
        }
    }
}
