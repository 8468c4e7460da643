package org.thaw.environments.control.internal;

import org.thaw.tck.WorldContract;

/** A cart with a pole keeps the contract of worlds; with a limit that is often met. */
class CartPoleContractTest extends WorldContract<CartPole.Config> {
    CartPoleContractTest() {
        super(new CartPole.Factory(), new CartPole.Config(25, 9.8, 0.5, 0.1, 10));
    }
}
