package org.thaw.environments.control.internal;

import org.thaw.tck.WorldContract;

/** An acrobot keeps the contract of worlds; with a limit that is often met. */
class AcrobotContractTest extends WorldContract<Acrobot.Config> {
    AcrobotContractTest() {
        super(new Acrobot.Factory(), new Acrobot.Config(40, 9.8, 1));
    }
}
