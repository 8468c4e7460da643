package org.thaw.environments.gymnasium.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.WorldAllocation;

/** What a child says becomes steps, and what it did can be done again. */
class GymnasiumWorldTest {
    private static final String STAND_IN = Interpreter.standIn();

    private static Walker walker(String id, long seed) {
        return new Walker(Interpreter.plain(STAND_IN, id, 60), seed);
    }

    @Test
    void spacesBecomeASignature() {
        try (Walker walk = walker("Walk-v0", 1); Walker glide = walker("Glide-v0", 1); Walker rooms = walker("Rooms-v0", 1)) {
            assertEquals("Signature[input=Real[type=F32, shape=[3], low=-6.0, high=Infinity], output=Categorical[count=3], lanes=1]", walk.world.signature().toString());
            assertEquals("Signature[input=Real[type=U8, shape=[1, 2], low=0.0, high=255.0], output=Real[type=F32, shape=[1], low=-2.0, high=2.0], lanes=1]",
                    glide.world.signature().toString());
            assertEquals("Signature[input=Categorical[count=13], output=Categorical[count=3], lanes=1]", rooms.world.signature().toString());
        }
    }

    @Test
    void endsCutsAndLostLivesAreToldApart() {
        try (Walker walk = walker("Walk-v0", 1)) {
            String met = walk.live(300);
            assertTrue(met.startsWith("FIRST 0.0 1.0 "), met);
            assertTrue(met.contains("LAST -3.0 0.0 [-6.0") || met.contains("LAST 3.0 0.0 [6.0"), "a fall terminates");
            assertTrue(met.matches("(?s).*LAST [-0-9.]+ 1\\.0 \\[[-0-9.]+, 25\\.0.*"), "the 25th step is the last and was cut off");
            assertTrue(met.matches("(?s).*MID [-0-9.]+ 0\\.0 \\[[-0-9.]+, 7\\.0.*"), "a life is lost at the 7th step, and the episode goes on");
        }
    }

    @Test
    void everyKindOfSpaceIsRestoredByDoingAllAgain() {
        for (String id : new String[] {"Walk-v0", "Glide-v0", "Rooms-v0"}) {
            try (Walker original = walker(id, 1); Walker restored = walker(id, 2)) {
                original.live(300);
                restored.live(3);
                MemoryState.of(original.world).into(restored.world);
                restored.follow(original);
                // the seeds of new histories are the host's to restore
                assertEquals(original.live(100), restored.live(100), id);
            }
        }
    }

    @Test
    void aHistoryBeginsAnewWithTheFirstEpisodeAfterItsLength() {
        Gymnasium.Config config = Interpreter.plain(STAND_IN, "Walk-v0", 60);
        HostContext context = new HostContext(1);
        try (Child child = Script.start(config, context.scratch())) {
            GymnasiumWorld world = new GymnasiumWorld(child, Hello.read(child).signature(), context.random("seeds"), 30);
            StepBuffer out = new StepBuffer(world.signature());
            Action stay = new Action(world.signature());
            stay.set(1);
            world.reset(out);
            String before = MemoryState.of(world).toString();
            assertTrue(before.contains("actions=Entry[kind=MEMORY, value=I32[0]]"), before);
            int episodes = 0;
            int rows = 0;
            for (; rows < 30 || !out.isLast(); rows++) {
                if (out.isLast()) {
                    world.reset(out);
                    episodes++;
                } else {
                    world.step(stay, out);
                }
            }
            String after = MemoryState.of(world).toString();
            assertTrue(episodes > 0 && after.contains("value=I32[" + rows + "]"), after);
            world.reset(out);
            assertTrue(MemoryState.of(world).toString().contains("value=I32[0]"), "nothing was done since the new seed");
            assertNotEquals(before, MemoryState.of(world).toString());
        }
    }

    @Test
    void anEnvironmentThatDoesNotRepeatItselfIsNotRestored() {
        try (Walker original = walker("Forgets-v0", 1); Walker restored = walker("Forgets-v0", 1)) {
            original.live(20);
            MemoryState saved = MemoryState.of(original.world);
            String message = assertThrows(IllegalStateException.class, () -> saved.into(restored.world)).getMessage();
            assertTrue(message.startsWith("Forgets-v0 cannot be restored: after the 19 saved steps and resets from seed "), message);
        }
    }

    @Test
    void stepsAllocateNothing() {
        try (Walker walk = walker("Walk-v0", 1)) {
            WorldAllocation.none(walk.world);
        }
    }

    @Test
    void nothingIsLeftOfAClosedWorld(@TempDir Path scratch) {
        long before = ProcessHandle.current().children().count();
        try (Child child = Script.start(Interpreter.plain(STAND_IN, "Walk-v0", 60), scratch)) {
            Hello.read(child);
            assertEquals(before + 1, ProcessHandle.current().children().count());
            assertEquals(1, scratch.toFile().list().length);
        }
        assertEquals(before, ProcessHandle.current().children().count());
        assertEquals(0, scratch.toFile().list().length);
    }

    @Test
    void aChildThatDoesNotGoIsEndedByForce() {
        long before = ProcessHandle.current().children().count();
        walker("Stays-v0", 1).close();
        assertEquals(before, ProcessHandle.current().children().count());
    }
}
