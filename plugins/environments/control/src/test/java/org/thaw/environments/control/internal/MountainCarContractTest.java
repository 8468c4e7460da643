package org.thaw.environments.control.internal;

import org.thaw.tck.WorldContract;

/** A mountain car keeps the contract of worlds; with a limit that is often met. */
class MountainCarContractTest extends WorldContract<MountainCar.Config> {
    MountainCarContractTest() {
        super(new MountainCar.Factory(), new MountainCar.Config(40, 0.001, 0.0025));
    }
}
