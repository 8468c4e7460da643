package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;

/**
 * The contract of worlds, and of simulators. Extend it once for each. The world is walked through by random legal actions.
 *
 * @param <C> the configuration record
 */
public abstract class WorldContract<C extends Record> extends PluginContract<C> {
    private static final long SEED = 1;
    private static final int HUNDRED = 100;

    private final EnvironmentFactory<C, ? extends World> factory;

    /** The contract of what a factory makes of a configuration. */
    protected WorldContract(EnvironmentFactory<C, ? extends World> factory, C configuration) {
        super(Plugin.Kind.ENVIRONMENT, factory, configuration);
        this.factory = factory;
    }

    /** How many steps are walked before a state is saved: enough for most of what can happen to have happened. */
    protected int steps() {
        return 300;
    }

    private Walk walk(long seed, Lending lending) {
        HostContext host = host(seed);
        return new Walk(host, factory.create(configuration(), host), lending);
    }

    private Walk walk() {
        return walk(SEED, Lending.GIVEN);
    }

    @Override
    final void useOnce(Object factory, Record configuration) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        EnvironmentFactory<Record, World> made = (EnvironmentFactory<Record, World>) factory;
        HostContext host = host(SEED);
        World world = made.create(configuration, host);
        new Walk(host, world, Lending.GIVEN).steps(HUNDRED);
        world.close();
    }

    @Test
    void stepsAreWhatTheSignatureSays() {
        Walk walk = walk().steps(steps());
        Space input = walk.world().signature().input();
        for (Moment moment : walk.met()) {
            Worlds.check(input, moment.step());
        }
        assertEquals(walk.world().signature(), walk.world().signature(), "the signature is not constant");
    }

    @Test
    void anEpisodeHasOneFirstStep() {
        Step.Kind before = Step.Kind.LAST;
        for (Moment moment : walk().steps(steps()).met()) {
            Step.Kind kind = moment.step().kind();
            assertEquals(before == Step.Kind.LAST, kind == Step.Kind.FIRST, () -> "reset() calls first(), step() one of the others; got " + kind);
            before = kind;
        }
    }

    @Test
    void anEpisodeCanBeCutOff() {
        for (int length : new int[] {2, 3, 7}) {
            Walk walk = walk().steps(length).cutOff().steps(length);
            assertEquals(Step.Kind.FIRST, walk.met().get(length).step().kind(), "reset() in the midst of an episode begins another");
            Worlds.check(walk.world().signature().input(), walk.met().get(length).step());
        }
    }

    @Test
    void sameSeedGivesTheSameBits() {
        assertSame(walk().steps(steps()), walk().steps(steps()), "two walks of one seed");
    }

    @Test
    void savingTwiceWritesTheSameBytes() {
        Walk walk = walk().steps(steps());
        MemoryState first = MemoryState.of(walk.world());
        assertEquals("", first.difference(MemoryState.of(walk.world())), "two saves in a row differ");
        assertSame(walk.steps(HUNDRED), walk().steps(steps() + HUNDRED), "one that was saved and one that was not");
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        for (int from : new int[] {1, 7, steps()}) {
            Walk original = walk().steps(from);
            Walk restored = walk(SEED + 1, Lending.GIVEN).steps(11);
            restored.takeOver(original);
            assertEquals("", MemoryState.of(original.world()).difference(MemoryState.of(restored.world())), "what was restored is not what was saved");
            original.steps(HUNDRED);
            restored.steps(HUNDRED);
            restored.met().subList(0, 11).clear();
            assertSame(original, restored, "100 steps after restoring at step " + from);
        }
    }

    @Test
    void twinsDoNotDisturbEachOther() {
        Walk alone = walk().steps(steps());
        Walk original = walk();
        Walk stranger = walk(SEED + 1, Lending.GIVEN);
        for (int i = 0; i < steps(); i++) {
            original.steps(1);
            stranger.steps(1);
        }
        assertSame(alone, original, "alone and beside another");
    }

    /** Whatever a buffer held before, the world fills in the whole observation; and it holds on to no action or buffer. */
    @Test
    void fillsInWholeStepsAndHoldsOnToNoBuffer() {
        assertSame(walk().steps(steps()), walk(SEED, Lending.OVERWRITTEN).steps(steps()), "with fresh buffers and with used ones");
    }

    @Test
    void writesIntoNoAction() {
        walk(SEED, Lending.CHECKED).steps(steps());
    }

    @Test
    void copiesOfASimulatorNeitherDisturbNorForetell() {
        Walk walk = walk().steps(steps());
        Simulator simulator = simulator(walk);
        MemoryState streams = MemoryState.of(walk.host());
        for (int i = 0; i < 3; i++) {
            HostContext host = new HostContext(i);
            Walk tried = new Walk(host, simulator.copy(new HostStream(i)), Lending.GIVEN);
            tried.steps(HUNDRED);
        }
        assertEquals("", streams.difference(MemoryState.of(walk.host())), "trying out a copy drew from the run's own random streams");
        assertSame(walk.steps(HUNDRED), walk().steps(steps() + HUNDRED), "one that was copied and one that was not");
    }

    @Test
    void aCopyOfASimulatorIsInTheSameState() {
        Walk walk = walk().steps(steps());
        Simulator simulator = simulator(walk);
        Simulator later = simulator.copy(new HostStream(1));
        assertLooks(walk.now(), later);
        Walk elsewhere = walk(SEED + 1, Lending.GIVEN).steps(HUNDRED);
        Simulator taken = simulator(elsewhere);
        taken.copyFrom(simulator);
        assertLooks(walk.now(), taken);
    }

    private static Simulator simulator(Walk walk) {
        Assumptions.assumeTrue(walk.world() instanceof Simulator, "not a simulator");
        return (Simulator) walk.world();
    }

    private static void assertLooks(Step now, Simulator copy) {
        StepBuffer looked = new StepBuffer(copy.signature());
        copy.look(looked);
        assertTrue(looked.observation().sameBits(now.observation()) && Arrays.equals(looked.legal(), now.legal()) && looked.player() == now.player(),
                "look() on a copy shows another step than the original's last");
    }

    private static void assertSame(Walk a, Walk b, String when) {
        assertEquals("", a.difference(b), () -> when + ": they differ");
    }
}
