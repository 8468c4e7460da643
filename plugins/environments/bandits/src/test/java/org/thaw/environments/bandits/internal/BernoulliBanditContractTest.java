package org.thaw.environments.bandits.internal;

import java.util.List;
import org.thaw.tck.WorldContract;

/** A Bernoulli bandit with drift, redrawing and a horizon keeps the contract of worlds. */
class BernoulliBanditContractTest extends WorldContract<BernoulliBandit.Config> {
    BernoulliBanditContractTest() {
        super(new BernoulliBandit(), new BernoulliBandit.Config(List.of(), 4, 0, 0.05, 37, 20));
    }
}
