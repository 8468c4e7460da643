package org.thaw.environments.control.internal;

import org.thaw.tck.WorldContract;

/** A pendulum keeps the contract of worlds; with a limit that is often met. */
class PendulumContractTest extends WorldContract<Pendulum.Config> {
    PendulumContractTest() {
        super(new Pendulum.Factory(), new Pendulum.Config(40, 10, 1, 1));
    }
}
