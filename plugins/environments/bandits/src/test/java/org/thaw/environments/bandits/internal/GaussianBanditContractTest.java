package org.thaw.environments.bandits.internal;

import java.util.List;
import org.thaw.tck.WorldContract;

/** A Gaussian bandit with given means, dealt out anew, keeps the contract of worlds. */
class GaussianBanditContractTest extends WorldContract<GaussianBandit.Config> {
    GaussianBanditContractTest() {
        super(new GaussianBandit(), new GaussianBandit.Config(List.of(-1.0, 0.0, 2.0), 3, 0, 0.5, 0, 23, 0));
    }
}
