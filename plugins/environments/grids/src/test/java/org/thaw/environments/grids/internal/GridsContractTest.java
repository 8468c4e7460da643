package org.thaw.environments.grids.internal;

import java.util.List;
import org.thaw.tck.WorldContract;

/** A grid world with slips, costs and a limit keeps the contract of worlds. */
class GridsContractTest extends WorldContract<GridWorld.Config> {
    GridsContractTest() {
        super(new GridWorld.Factory(), new GridWorld.Config(List.of("S..#", "...G"), 0.3, 0.1, 1, 12));
    }
}
