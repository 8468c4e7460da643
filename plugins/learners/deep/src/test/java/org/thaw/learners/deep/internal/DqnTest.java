package org.thaw.learners.deep.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.environment.World;
import org.thaw.environments.minatar.internal.Breakout;
import org.thaw.environments.minatar.internal.MinAtar;
import org.thaw.networks.Parameter;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.QuietContext;

class DqnTest {
    private static Dqn make(Settings settings, World world) {
        return new Dqn.Factory().create(settings.build(), world.signature(), new QuietContext(1));
    }

    private static World breakout() {
        return new Breakout.Factory().create(new MinAtar.Config(0.1, true, false, MinAtar.Generator.THAW, 0), new HostContext(1));
    }

    /** What the target network says of a state. */
    private static float[] target(Dqn agent, float[] state) {
        return Arrays.copyOf(agent.network().targetValues(state, 1), 3);
    }

    @Test
    void computesABatchInTrainingAndItsNextStatesOnceOrTwice() {
        // 10×10×4 in 16 filters of 3×3: 2·64·36·16 = 73,728; then 2·1024·16 = 32,768 and for 6 actions 2·16·6 = 192
        long row = 73_728 + 32_768 + 192;
        Settings settings = new Settings();
        Dqn plain = make(settings, breakout());
        assertEquals(row, plain.flopsPerDecision());
        assertEquals(16 * (3 + 1) * row, plain.flopsPerUpdate());
        settings.doubleLearning = true;
        assertEquals(16 * (3 + 2) * row, make(settings, breakout()).flopsPerUpdate());
    }

    @Test
    void theTargetNetworkIsCopiedEverySoManyUpdates() {
        Settings settings = new Settings();
        settings.hidden = List.of();
        settings.replayStart = 10;
        settings.targetPeriod = 7;
        World world = Chain.oneHot(new HostContext(1));
        Dqn agent = make(settings, world);
        Loop loop = new Loop(world, agent);
        float[] state = new float[world.signature().input().size()];
        state[2] = 1;
        float[] first = target(agent, state);
        loop.live(10 + 5);
        assertEquals(6, agent.network().trained().updates());
        assertArrayEquals(first, target(agent, state));
        loop.live(1);
        assertArrayEquals(target(agent, state), Arrays.copyOf(agent.network().values(state, 1), 3));
        assertFalse(Arrays.equals(first, target(agent, state)));
    }

    @Test
    void trainsEverySoManyStepsWithSoManyUpdates() {
        Settings settings = new Settings();
        settings.replayStart = 50;
        settings.trainEvery = 20;
        settings.updatesPerTraining = 3;
        World world = Chain.oneHot(new HostContext(1));
        Dqn agent = make(settings, world);
        new Loop(world, agent).live(110);
        // after 60, 80 and 100 steps
        assertEquals(9, agent.network().trained().updates());
        assertEquals(110 + 9, agent.updates());
    }

    @Test
    void fisherInformationIsTakenWhenATaskEndsAndHoldsWeightsBack() {
        Settings settings = new Settings();
        settings.ewc = 1000;
        World world = Chain.oneHot(new HostContext(1));
        Dqn held = make(settings, world);
        Loop loop = new Loop(world, held);
        loop.live(300);
        long before = held.updates();
        held.end(Cue.none(), ArrayData.none());
        assertEquals(before + 1, held.updates());
        float[] settled = held.network().trained().network().parameters().clone();
        loop.live(100);
        settings.ewc = 0;
        World same = Chain.oneHot(new HostContext(1));
        Dqn free = make(settings, same);
        Loop another = new Loop(same, free);
        another.live(300);
        assertArrayEquals(settled, free.network().trained().network().parameters());
        another.live(100);
        assertTrue(distance(settled, held) < 0.5 * distance(settled, free), distance(settled, held) + " against " + distance(settled, free));
    }

    @Test
    void weightsDrawnToTheirFirstValuesStayNearThem() {
        Settings settings = new Settings();
        World world = Chain.oneHot(new HostContext(1));
        Dqn free = make(settings, world);
        settings.l2Init = 0.1;
        World same = Chain.oneHot(new HostContext(1));
        Dqn drawn = make(settings, same);
        float[] first = parameters(free).clone();
        assertArrayEquals(first, parameters(drawn));
        new Loop(world, free).live(300);
        new Loop(same, drawn).live(300);
        assertTrue(distance(first, drawn) > 0, "it learns");
        assertTrue(distance(first, drawn) < 0.5 * distance(first, free), distance(first, drawn) + " against " + distance(first, free));
    }

    @Test
    void continualBackpropagationReplacesUnitsOfTheValueNetwork() {
        Settings settings = new Settings();
        World world = Chain.oneHot(new HostContext(1));
        Dqn plain = make(settings, world);
        settings.replacement = 1.0 / 16; // of 16 units that are mature after more than 10 updates: one is due at the 11th
        World same = Chain.oneHot(new HostContext(1));
        Dqn renewing = make(settings, same);
        Loop plainly = new Loop(world, plain);
        Loop renewed = new Loop(same, renewing);
        plainly.live(29);
        renewed.live(29);
        assertEquals(10, renewing.network().trained().updates());
        assertArrayEquals(parameters(plain), parameters(renewing));
        plainly.live(1);
        renewed.live(1);
        List<Integer> silent = IntStream.range(0, 16).filter(unit -> allZero(outgoing(renewing, unit))).boxed().toList();
        assertEquals(1, silent.size(), "units without a say: " + silent);
        for (int unit = 0; unit < 16; unit++) {
            assertEquals(!silent.contains(unit), Arrays.equals(outgoing(plain, unit), outgoing(renewing, unit)), "outgoing weights of " + unit);
            assertEquals(!silent.contains(unit), Arrays.equals(incoming(plain, unit), incoming(renewing, unit)), "incoming weights of " + unit);
        }
        assertFalse(allZero(incoming(renewing, silent.get(0))), "drawn anew");
    }

    /** Of a unit of the first layer; weights are [inputs, units]. */
    private static float[] incoming(Dqn agent, int unit) {
        Parameter weights = agent.network().trained().network().parameter("dense1.weight");
        float[] of = new float[weights.length() / 16];
        for (int i = 0; i < of.length; i++) {
            of[i] = parameters(agent)[weights.offset() + i * 16 + unit];
        }
        return of;
    }

    private static float[] outgoing(Dqn agent, int unit) {
        Parameter weights = agent.network().trained().network().parameter("dense2.weight");
        int actions = weights.length() / 16;
        return Arrays.copyOfRange(parameters(agent), weights.offset() + unit * actions, weights.offset() + (unit + 1) * actions);
    }

    private static boolean allZero(float[] values) {
        return IntStream.range(0, values.length).allMatch(i -> values[i] == 0);
    }

    private static float[] parameters(Dqn agent) {
        return agent.network().trained().network().parameters();
    }

    private static double distance(float[] from, Dqn agent) {
        float[] to = agent.network().trained().network().parameters();
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += (from[i] - to[i]) * (from[i] - to[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void picturesGoThroughTheConvolutionAndTheirMemoryTakesAByteForEachNumber() {
        Settings settings = new Settings();
        settings.replacement = 0.01;
        settings.l2Init = 1e-4;
        World world = breakout();
        Dqn agent = make(settings, world);
        new Loop(world, agent).live(100);
        List<String> seen = new ArrayList<>();
        agent.weights((name, weights) -> seen.add(name + " " + weights));
        agent.activations(world.signature().input().buffer(3), (name, values) -> seen.add(name + " " + values));
        assertEquals(List.of("conv1.weight F32[3, 3, 4, 16]", "dense1.weight F32[1024, 16]", "dense2.weight F32[16, 6]", "relu1 F32[3, 1024]", "relu2 F32[3, 16]"), seen);
        int first = 144 * 4 * 4 + 16 * 4 + 1025 * 16 * 4 + 17 * 6 * 4;
        long memory = MemoryState.of(agent).bytes(StateKind.MEMORY) - first;
        // 18 bytes besides the picture; a few more steps than transitions, none of them stored twice
        assertTrue(memory >= 101 * 418 - 10 * 418 && memory <= 102 * 418, "takes " + memory);
    }

    @Test
    void duelingStreamsShowTheirHiddenUnits() {
        Settings settings = new Settings();
        settings.dueling = true;
        World world = Chain.oneHot(new HostContext(1));
        Dqn agent = make(settings, world);
        List<String> seen = new ArrayList<>();
        agent.activations(world.signature().input().buffer(2), (name, values) -> seen.add(name + " " + values));
        assertEquals(List.of("branches1.branch1.relu1 F32[2, 16]", "branches1.branch2.relu1 F32[2, 16]"), seen);
    }

    @Test
    void actingAndLearningAllocateNothing() {
        Settings plain = new Settings();
        Settings streams = new Settings();
        streams.doubleLearning = true;
        streams.dueling = true;
        streams.nStep = 3;
        Settings options = new Settings();
        options.replacement = 0.01;
        options.l2Init = 1e-4;
        options.ewc = 1;
        for (Settings settings : List.of(plain, streams, options)) {
            settings.hidden = List.of(8);
            settings.batch = 4;
            settings.capacity = 200;
            String kernels = System.setProperty("thaw.kernels", "plain");
            try {
                World world = breakout();
                Dqn agent = make(settings, world);
                Loop loop = new Loop(world, agent);
                loop.live(600);
                agent.end(Cue.none(), ArrayData.none());
                Allocation.free(200, () -> loop.live(200));
            } finally {
                if (kernels == null) {
                    System.clearProperty("thaw.kernels");
                } else {
                    System.setProperty("thaw.kernels", kernels);
                }
            }
        }
    }

    @Test
    void saysWhatItCannotServe() {
        Signature real = new Signature(Space.Real.of(0, 1, 4), Space.Real.of(-1, 1, 2));
        assertTrue(refusal(real, new Settings()).startsWith("dqn needs numbered actions"));
        Settings atari = new Settings();
        atari.network = Architecture.ATARI_2013;
        assertTrue(refusal(breakout().signature(), atari).contains("atari-2013 needs observations [rows, columns, channels] of at least 20 by 20"));
    }

    private static String refusal(Signature signature, Settings settings) {
        return assertThrows(IllegalArgumentException.class, () -> new Dqn.Factory().create(settings.build(), signature, new HostContext(1))).getMessage();
    }
}
