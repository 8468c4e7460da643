package org.thaw.learners.streaming.internal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.thaw.api.Spec;
import org.thaw.tck.PredictorContract;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostContext.Plugins;
import org.thaw.toolkit.Start;

/** Every learner of streams keeps the contract of predictors. */
class StreamingContractTest {
    private static final List<Integer> HIDDEN = List.of(16);

    @Nested
    class OnlineSgdKeepsIt extends PredictorContract<OnlineSgd.Config> {
        OnlineSgdKeepsIt() {
            super(new OnlineSgd.Factory(), new OnlineSgd.Config(HIDDEN, 0.1, Start.PYTORCH));
        }
    }

    @Nested
    class HoeffdingTreeKeepsIt extends PredictorContract<HoeffdingTree.Config> {
        HoeffdingTreeKeepsIt() {
            super(new HoeffdingTree.Factory(), new HoeffdingTree.Config(10, 0.01, 0.05));
        }
    }

    @Nested
    class OnlineNaiveBayesKeepsIt extends PredictorContract<OnlineNaiveBayes.Config> {
        OnlineNaiveBayesKeepsIt() {
            super(new OnlineNaiveBayes.Factory(), new OnlineNaiveBayes.Config(1e-9));
        }
    }

    @Nested
    class KnnWindowKeepsIt extends PredictorContract<KnnWindow.Config> {
        KnnWindowKeepsIt() {
            super(new KnnWindow.Factory(), new KnnWindow.Config(3, 30));
        }
    }

    @Nested
    class AdwinGuardedNaiveBayesKeepsIt extends Guarded {
        AdwinGuardedNaiveBayesKeepsIt() {
            super("online-naive-bayes");
        }
    }

    @Nested
    class AdwinGuardedHoeffdingTreeKeepsIt extends Guarded {
        AdwinGuardedHoeffdingTreeKeepsIt() {
            super("hoeffding-tree");
        }
    }

    @Nested
    class AdwinGuardedOnlineSgdKeepsIt extends Guarded {
        AdwinGuardedOnlineSgdKeepsIt() {
            super("online-sgd");
        }
    }

    /** The guard over any of the learners that can be guarded. */
    abstract static class Guarded extends PredictorContract<AdwinGuarded.Config> {
        Guarded(String learner) {
            super(new AdwinGuarded.Factory(), new AdwinGuarded.Config(Spec.of(learner), 0.002));
        }

        @Override
        protected HostContext host(long seed) {
            return new HostContext(seed, new Plugins(Map.of(
                    "online-naive-bayes", (spec, signature, context) -> new OnlineNaiveBayes.Factory().create(new OnlineNaiveBayes.Config(1e-9), signature, context),
                    "hoeffding-tree", (spec, signature, context) -> new HoeffdingTree.Factory().create(new HoeffdingTree.Config(10, 0.01, 0.05), signature, context),
                    "online-sgd", (spec, signature, context) -> new OnlineSgd.Factory().create(new OnlineSgd.Config(HIDDEN, 0.1, Start.PYTORCH), signature, context)),
                    Map.of()));
        }
    }
}
