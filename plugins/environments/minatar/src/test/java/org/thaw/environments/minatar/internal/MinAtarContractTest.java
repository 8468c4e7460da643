package org.thaw.environments.minatar.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.WorldContract;

/** Every game keeps the contract of worlds. */
class MinAtarContractTest {
    private static final MinAtar.Config USUAL = new MinAtar.Config(0.1, true, false, MinAtar.Generator.THAW, 0);

    @Nested
    class AsterixKeepsIt extends WorldContract<MinAtar.Config> {
        AsterixKeepsIt() {
            super(new Asterix.Factory(), USUAL);
        }
    }

    @Nested
    class BreakoutKeepsIt extends WorldContract<MinAtar.Config> {
        BreakoutKeepsIt() {
            super(new Breakout.Factory(), USUAL);
        }
    }

    @Nested
    class FreewayKeepsIt extends WorldContract<MinAtar.Config> {
        FreewayKeepsIt() {
            super(new Freeway.Factory(), USUAL);
        }
    }

    @Nested
    class SeaquestKeepsIt extends WorldContract<MinAtar.Config> {
        SeaquestKeepsIt() {
            super(new Seaquest.Factory(), USUAL);
        }
    }

    @Nested
    class SpaceInvadersKeepsIt extends WorldContract<MinAtar.Config> {
        SpaceInvadersKeepsIt() {
            super(new SpaceInvaders.Factory(), USUAL);
        }
    }

    @Nested
    class NumpysGeneratorKeepsIt extends WorldContract<MinAtar.Config> {
        NumpysGeneratorKeepsIt() {
            super(new SpaceInvaders.Factory(), new MinAtar.Config(0.1, true, true, MinAtar.Generator.MT19937, 7));
        }
    }
}
