package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.environments.grids.internal.Life.DOWN;
import static org.thaw.environments.grids.internal.Life.LEFT;
import static org.thaw.environments.grids.internal.Life.RIGHT;
import static org.thaw.environments.grids.internal.Life.STAY;
import static org.thaw.environments.grids.internal.Life.UP;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.api.Space;
import org.thaw.tck.host.HostContext;

class KeyToDoorTest {
    /** <pre>. K .
     *. @ .
     *D . .</pre> */
    private static Life small(boolean showProgress) {
        Life life = new Life(new KeyToDoor.Factory(), new KeyToDoor.Config(3, List.of(0, 1), List.of(2, 0), 0, List.of(1, 1), 12, showProgress));
        life.reset();
        return life;
    }

    @Test
    void theKeyEarnsOnceThenTheDoorEarnsOnce() {
        Life life = small(false);
        assertEquals(0, life.earn(DOWN, LEFT), "the door does not open without the key");
        assertEquals(0, life.earn(UP, RIGHT));
        assertEquals(1, life.earn(UP));
        assertEquals(0, life.earn(STAY), "the key is taken");
        assertEquals(0, life.earn(LEFT, DOWN));
        assertEquals(1, life.earn(DOWN));
        assertEquals(0, life.earn(STAY), "the door is open");
        assertEquals("MID 0.0 1.0", life.outcome());
        life.earn(STAY, STAY);
        assertEquals("LAST 0.0 1.0", life.outcome());
        life.reset();
        assertEquals(1, life.earn(UP), "a new episode, the same key");
    }

    @Test
    void progressIsSeenOnlyIfItIsShown() {
        Life hidden = small(false);
        Life shown = small(true);
        assertEquals(new Space.Categorical(9), hidden.world.signature().input());
        assertEquals(new Space.Categorical(27), shown.world.signature().input());
        assertEquals(1, hidden.step(UP));
        assertEquals(9 + 1, shown.step(UP));
        assertEquals(9 + 0, shown.step(LEFT));
        assertEquals(9 + 3, shown.step(DOWN));
        assertEquals(18 + 6, shown.step(DOWN));
    }

    @Test
    void keyAndDoorInOneCellTakeTwoSteps() {
        Life life = new Life(new KeyToDoor.Factory(), new KeyToDoor.Config(3, List.of(0, 1), List.of(0, 1), 0, List.of(1, 1), 12, false));
        life.reset();
        assertEquals(1, life.earn(UP));
        assertEquals(1, life.earn(STAY));
        assertEquals(0, life.earn(STAY));
    }

    @Test
    void hiddenPlacesAndStartsDependOnSeedAndLifetimeAlone() {
        KeyToDoor.Config hidden = new KeyToDoor.Config(9, List.of(), List.of(), 0, List.of(), 5, false);
        HostContext expected = new HostContext(8);
        int key = expected.random("key", 0).nextInt(81);
        int door = expected.random("door", 0).nextInt(81);
        RandomStream starts = expected.random("starts");
        Life life = new Life(new KeyToDoor.Factory(), hidden, 8);
        Set<Integer> met = new TreeSet<>();
        for (int episode = 0; episode < 20; episode++) {
            int start = life.reset();
            assertEquals(starts.nextInt(81), start);
            met.add(start);
            if (start != key && start != door) {
                assertEquals('K', life.picture().get(key / 9).charAt(key % 9));
                assertEquals('D', life.picture().get(door / 9).charAt(door % 9));
            }
            life.earn(STAY, STAY, STAY, STAY, STAY);
            assertTrue(life.out.isLast());
        }
        assertTrue(met.size() > 10, "starts " + met);
    }

    @Test
    void picturesShowWhatIsStillToBeFound() {
        Life life = small(false);
        assertEquals(List.of(".K.", ".@.", "D.."), life.picture());
        life.earn(UP, RIGHT);
        assertEquals(List.of("..@", "...", "D.."), life.picture());
        life.earn(LEFT, LEFT, DOWN, DOWN, UP);
        assertEquals(List.of("...", "@..", "..."), life.picture());
    }

    @Test
    void placesOutsideAreRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new KeyToDoor.Config(3, List.of(), List.of(0, 3), 0, List.of(), 5, false));
        assertEquals("door: [0, 3], expected [row, column] from [0, 0] to [2, 2]", e.getMessage());
    }
}
