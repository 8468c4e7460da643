package org.thaw.protocols.streams.internal;

import org.thaw.tck.ProtocolContract;

/** The prequential protocol keeps the contract of protocols. */
class PrequentialContractTest extends ProtocolContract<Prequential.Config> {
    PrequentialContractTest() {
        super(new Prequential.Factory(), new Prequential.Config(8, 2, 10, true, 0));
    }
}
