package org.thaw.environments.grids.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.WorldContract;

/** Every world here keeps the contract of worlds, small enough for the walk to meet all that can happen. */
class GridsContractTest {
    /** With slips, costs and a limit. */
    @Nested
    class GridWorldKeepsIt extends WorldContract<GridWorld.Config> {
        GridWorldKeepsIt() {
            super(new GridWorld(), new GridWorld.Config(List.of("S..#", "...G"), 0.3, 0.1, 1, 12));
        }
    }

    @Nested
    class DynaMazeKeepsIt extends WorldContract<DynaMaze.Config> {
        DynaMazeKeepsIt() {
            super(new DynaMaze(), new DynaMaze.Config(List.of(2, 0), List.of(3, 1), 2, 40));
        }
    }

    /** The walls move between the two places where the walk is compared. */
    @Nested
    class BlockingMazeKeepsIt extends WorldContract<BlockingMaze.Config> {
        BlockingMazeKeepsIt() {
            super(new BlockingMaze(), new BlockingMaze.Config(340, 1, 50));
        }
    }

    @Nested
    class ShortcutMazeKeepsIt extends WorldContract<ShortcutMaze.Config> {
        ShortcutMazeKeepsIt() {
            super(new ShortcutMaze(), new ShortcutMaze.Config(100, 1, 60));
        }
    }

    @Nested
    class DarkRoomKeepsIt extends WorldContract<DarkRoom.Config> {
        DarkRoomKeepsIt() {
            super(new DarkRoom.Factory(), new DarkRoom.Config(3, List.of(), Goals.ALL, 0, 0, View.CELL));
        }
    }

    @Nested
    class DarkRoomInPixelsKeepsIt extends WorldContract<DarkRoom.Config> {
        DarkRoomInPixelsKeepsIt() {
            super(new DarkRoom.Factory(), new DarkRoom.Config(4, List.of(), Goals.ALL, 0, 7, View.PIXELS));
        }
    }

    @Nested
    class KeyToDoorKeepsIt extends WorldContract<KeyToDoor.Config> {
        KeyToDoorKeepsIt() {
            super(new KeyToDoor.Factory(), new KeyToDoor.Config(3, List.of(), List.of(), 0, List.of(), 20, true));
        }
    }

    @Nested
    class TowerKeepsIt extends WorldContract<Tower.Config> {
        TowerKeepsIt() {
            super(new Tower.Factory(), new Tower.Config(2, 2, 1, 1, 12, List.of(), 0));
        }
    }
}
