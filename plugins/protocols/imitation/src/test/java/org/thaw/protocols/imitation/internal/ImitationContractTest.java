package org.thaw.protocols.imitation.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.ProtocolContract;

/** The protocols of imitation keep the contract of protocols. */
class ImitationContractTest {
    private static final List<Pupil> STUDENTS = List.of(new Pupil("ad", 0, 1, false, 20, false, 0, "none"), new Pupil("unfrozen", 0.5, 1, false, 20, true, 2, "none"));

    @Nested
    class SnapshotKeepsIt extends ProtocolContract<Snapshot.Config> {
        SnapshotKeepsIt() {
            super(new Snapshot.Factory(), new Snapshot.Config(STUDENTS, "environment", 3, 100, 4, 0, true));
        }
    }

    @Nested
    class LongTermGapKeepsIt extends ProtocolContract<LongTermGap.Config> {
        LongTermGapKeepsIt() {
            super(new LongTermGap.Factory(), new LongTermGap.Config(STUDENTS, "environment", 3, 100, 4, 0, 0, true));
        }
    }

    @Nested
    class SwitchAfterImitationKeepsIt extends ProtocolContract<SwitchAfterImitation.Config> {
        SwitchAfterImitationKeepsIt() {
            super(new SwitchAfterImitation.Factory(), new SwitchAfterImitation.Config(STUDENTS, List.of(new Level(0, "elsewhere"), new Level(3, "rule")), "environment", 3, 100, 4, 0, 0));
        }
    }

    @Nested
    class KnowledgeOrInformationKeepsIt extends ProtocolContract<KnowledgeOrInformation.Config> {
        KnowledgeOrInformationKeepsIt() {
            super(new KnowledgeOrInformation.Factory(), new KnowledgeOrInformation.Config(STUDENTS, "environment", 3, 100, 4, 30, 50, 10, 0, false));
        }
    }
}
