package org.thaw.learners.modelbased.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.World;
import org.thaw.environments.minatar.internal.Breakout;
import org.thaw.environments.minatar.internal.MinAtar;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

class ValuePredictionNetworkTest {
    private static ValuePredictionNetwork make(Settings settings, Signature signature) {
        return new ValuePredictionNetwork.Factory().create(settings.build(), signature, new HostContext(1));
    }

    private static World breakout() {
        return new Breakout.Factory().create(new MinAtar.Config(0.1, true, false, MinAtar.Generator.THAW, 0), new HostContext(1));
    }

    /**
     * Six cells in a row, of which the last one pays. With returns over one step: over several they are those of the agent's random ways. Looking ahead by one
     * step: in imagined cells it would count the way left of the first cell, which is illegal and was never tried.
     */
    @Test
    void plannedValuesOfARowOfCellsBecomeTheDiscountedWayToItsEnd() {
        World chain = Chain.oneHot(new HostContext(1));
        Settings settings = new Settings();
        settings.finalEpsilon = 1;
        settings.rate = 0.002;
        settings.unroll = 1;
        ValuePredictionNetwork agent = make(settings, chain.signature());
        new BareLife(agent, chain).live(4000);
        LatentModel model = agent.trained().model();
        for (int cell = 0; cell < 5; cell++) {
            float[] seen = new float[6];
            seen[cell] = 1;
            double[] values = new Planner(model, 1, 0, 0.9).values(model.encoder().forward(seen, 1), 0);
            assertEquals(StrictMath.pow(0.9, 4 - cell), values[1], 0.1, "cell " + cell + ": " + Arrays.toString(values));
        }
    }

    @Test
    void trainsEverySoManyStepsAndCopiesItsTargetEverySoManyUpdates() {
        World chain = Chain.numbered(new HostContext(1));
        Settings settings = new Settings();
        settings.replayStart = 10;
        settings.trainEvery = 5;
        settings.targetPeriod = 3;
        ValuePredictionNetwork agent = make(settings, chain.signature());
        BareLife life = new BareLife(agent, chain);
        float[] first = agent.trained().target().core().parameters().clone();
        life.live(19);
        assertEquals(2, agent.trained().updates());
        assertEquals(19 + 2, agent.updates());
        assertArrayEquals(first, agent.trained().target().core().parameters());
        life.live(1);
        assertArrayEquals(agent.trained().model().core().parameters(), agent.trained().target().core().parameters());
        assertFalse(Arrays.equals(first, agent.trained().target().core().parameters()));
    }

    @Test
    void picturesGoThroughAConvolution() {
        World world = breakout();
        ValuePredictionNetwork agent = make(new Settings(), world.signature());
        new BareLife(agent, world).live(40);
        List<String> seen = new ArrayList<>();
        agent.weights((name, weights) -> seen.add(name + " " + weights));
        agent.activations(world.signature().input().buffer(3), (name, values) -> seen.add(name + " " + values));
        assertEquals(List.of("encoder.conv1.weight F32[3, 3, 4, 16]", "encoder.dense1.weight F32[1024, 16]", "encoder.dense2.weight F32[16, 8]", "core.dense1.weight F32[8, 16]",
                "core.dense2.weight F32[16, 60]", "value.dense1.weight F32[8, 16]", "value.dense2.weight F32[16, 1]", "encoder.relu1 F32[3, 1024]", "encoder.relu2 F32[3, 16]",
                "core.relu1 F32[3, 16]", "value.relu1 F32[3, 16]"), seen);
    }

    @Test
    void actingPlanningAndLearningAllocateNothing() {
        String kernels = System.setProperty("thaw.kernels", "plain");
        try {
            Settings settings = new Settings();
            settings.batch = 4;
            settings.depth = 3;
            settings.branches = 2;
            BareLife.allocatesNothing(context -> new ValuePredictionNetwork.Factory().create(settings.build(), Chain.numbered(context).signature(), context),
                    Chain.numbered(new HostContext(1)));
        } finally {
            if (kernels == null) {
                System.clearProperty("thaw.kernels");
            } else {
                System.setProperty("thaw.kernels", kernels);
            }
        }
    }

    @Test
    void saysThatItNeedsNumberedActions() {
        Signature real = new Signature(Space.Real.of(0, 1, 4), Space.Real.of(-1, 1, 2));
        String said = assertThrows(IllegalArgumentException.class, () -> make(new Settings(), real)).getMessage();
        assertTrue(said.startsWith("value-prediction-network needs numbered actions"), said);
    }
}
