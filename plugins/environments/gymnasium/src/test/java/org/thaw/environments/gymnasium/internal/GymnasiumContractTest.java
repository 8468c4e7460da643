package org.thaw.environments.gymnasium.internal;

import org.thaw.tck.WorldContract;

/** A world in a child process keeps the contract of worlds. */
class GymnasiumContractTest extends WorldContract<Gymnasium.Config> {
    GymnasiumContractTest() {
        super(new Gymnasium(), Interpreter.plain(Interpreter.standIn(), "Walk-v0", 60));
    }

    @Override
    protected int steps() {
        return 150;
    }
}
