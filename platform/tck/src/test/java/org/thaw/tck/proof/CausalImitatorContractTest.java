package org.thaw.tck.proof;

import org.thaw.tck.StudentContract;

/** The imitator in miniature keeps the contract of students. */
class CausalImitatorContractTest extends StudentContract<CausalImitator.Config> {
    CausalImitatorContractTest() {
        super(new CausalImitator.Factory(), new CausalImitator.Config(30, 4, 0.05f));
    }
}
