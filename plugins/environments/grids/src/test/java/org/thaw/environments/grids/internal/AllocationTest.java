package org.thaw.environments.grids.internal;


import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.host.Allocation;

class AllocationTest {
    private static final int STEPS = 2_000;

    static Stream<Life> lives() {
        return Stream.of(
                new Life(new GridWorld(), new GridWorld.Config(GridWorldTest.dynaMap(), 0.3, 0.1, 1, 40)),
                new Life(new BlockingMaze(), new BlockingMaze.Config(30_000, 1, 50)),
                new Life(new DarkRoom.Factory(), new DarkRoom.Config(9, List.of(), Goals.ALL, 0, 0, View.CELL)),
                new Life(new DarkRoom.Factory(), new DarkRoom.Config(9, List.of(), Goals.ALL, 0, 0, View.PIXELS)),
                new Life(new KeyToDoor.Factory(), new KeyToDoor.Config(9, List.of(), List.of(), 0, List.of(), 50, true)),
                new Life(new Tower.Factory(), new Tower.Config(10, 4, 3, 2, 100, List.of(), 0)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void stepsAllocateNothing(Life life) {
        Allocation.free(STEPS, () -> live(life));
    }

    private static void live(Life life) {
        life.reset();
        for (int i = 0; i < STEPS; i++) {
            life.step((i * 7 + i / 11) % life.out.legal().length);
            if (life.out.isLast()) {
                life.reset();
            }
        }
    }
}
