package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Costed;
import org.thaw.tck.host.HostContext;

/** What students say that they compute, by hand. Of 3 observations and 2 actions a token has 2·3 + 2 + 3 = 11 numbers. */
class FlopsTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(3), new Space.Categorical(2));

    private static void computes(Costed student, long decision, long update) {
        assertEquals(decision, student.flopsPerDecision(), "of a decision");
        assertEquals(update, student.flopsPerUpdate(), "of an update");
    }

    @Test
    void cloningTakesARowForADecisionAndABatchOfRowsForAnUpdate() {
        // 2·3·16 + 2·16·2; 8 rows
        computes(new BehaviourCloning.Factory().create(new BehaviourCloning.Config(List.of(16), 4, 2, Recorded.ACTIONS, 8, 0.01, false, 8), SIGNATURE, new HostContext(1)),
                160, 3 * 8 * 160);
    }

    @Test
    void cloningFromPicturesCountsItsConvolution() {
        // 5×5 in 4 filters of 2×2: 2·16·4·4 = 512; 2·64·16 = 2048; 2·16·2 = 64
        Signature pictures = new Signature(Space.Real.of(0, 1, 5, 5, 1), new Space.Categorical(2));
        computes(new BehaviourCloning.Factory().create(new BehaviourCloning.Config(List.of(16), 4, 2, Recorded.ACTIONS, 8, 0.01, false, 8), pictures, new HostContext(1)),
                2624, 3 * 8 * 2624);
    }

    @Test
    void aTransformerTakesAFullContextForADecisionAndWindowsFromAnEmptyOneForAnUpdate() {
        // embed 2·11·16 = 352, read 2·16·2 = 64, each of 2 layers 1536 + 512 + 4096 = 6144, and 64 for each position attended to
        long products = 352 + 64 + 2 * 6144;
        // windows of 4: 1 + 2 + 3 + 4 positions in each layer; 2 windows
        computes(new AlgorithmDistillation.Factory().create(Settings.transformer(4, 2, 0.01), SIGNATURE, new HostContext(1)),
                products + 2 * 4 * 64, 3 * 2 * (4 * products + 2 * 10 * 64));
    }

    @Test
    void ofThinnedOutWindowsOnlyTheStepsThatAreLeftAreComputed() {
        AlgorithmDistillation.Config thinned = new AlgorithmDistillation.Config(2, 16, 2, 4, 4, 3, 2, 0.01, 10, 0, 1, Recorded.ACTIONS, 1, 0, false, 16, List.of());
        AlgorithmDistillation student = new AlgorithmDistillation.Factory().create(thinned, SIGNATURE, new HostContext(1));
        assertEquals(12, student.window());
        assertEquals(3 * 2 * (4 * (352 + 64 + 2 * 6144) + 2 * 10 * 64), student.flopsPerUpdate());
    }

    @Test
    void aRecurrentImitatorTakesTheSameWhateverIsBehindIt() {
        // 6·11·24 + 6·24·24 + 2·24·2; 2 windows of 5
        long step = 1584 + 3456 + 96;
        computes(new RecurrentImitator.Factory().create(Settings.gru(5, 2, 0.01), SIGNATURE, new HostContext(1)), step, 3 * 2 * 5 * step);
    }

    @Test
    void aDecisionPretrainedTransformerTakesWhatItsTwinTakes() {
        // a token of 2·1 + 2 + 3 = 7
        long products = 224 + 64 + 2 * 6144;
        computes(new DecisionPretrained.Factory().create(Settings.dpt(4, 2, 0.01), TwoArms.SIGNATURE, new HostContext(1)),
                products + 2 * 4 * 64, 3 * 2 * (4 * products + 2 * 10 * 64));
    }

    @Test
    void metaLearningCountsThePassThatJudgesItsTrials() {
        // 6·11·8 + 6·8·8 + 2·8·3; minibatches of 8, but there are 2 lifetimes of one lane only, of 5 steps and the one at which they end; 4 epochs share a pass
        long step = 528 + 384 + 48;
        computes(new Rl2.Factory().create(Settings.rl2(8, 5, 2, 0.01), SIGNATURE, new HostContext(1)), step, 2 * (3 * 6 * step + 6 * step / 4));
    }
}
