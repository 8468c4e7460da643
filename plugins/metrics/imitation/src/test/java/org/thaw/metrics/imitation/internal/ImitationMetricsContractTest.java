package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.metrics.imitation.internal.Listed.Kind;
import org.thaw.tck.MetricContract;
import org.thaw.tck.SummaryContract;
import org.thaw.tck.host.MemoryRun;
import org.thaw.tck.host.Story;

/** Every metric and summary of imitation keeps its contract. */
class ImitationMetricsContractTest {
    private static final List<Listed> STUDENTS = List.of(new Listed("ad", Kind.NEURAL_FROZEN), new Listed("program", Kind.PROGRAM));
    private static final List<Double> BUDGETS = List.of(.5, 1.0, 2.0);

    /** A takeover, a change of task, and lives with and without a context, all in one. */
    private static List<Event> story() {
        Chronicle all = Chronicle.takeover(4, new double[] {5, 9}, Map.of("ad", new double[] {5, 6}, "program", new double[] {5, 9}));
        for (long k = 31; k < 34; k++) {
            all.renew("learner", k, true).live("learner", 1, 1, 2, 3, 4, 5, 6).fork("learner", "learner/frozen@" + k + ".L0").live("learner/frozen@" + k + ".L0", 2, 1, 1)
                    .renew("learner", k, true).live("learner", 2, 1, 5).renew("ad", k, false).live("ad", 1, 3).renew("ad", k, false).live("ad", 2, 1, 2, 2, 3, 3)
                    .renew("ad/weights@" + k, k, false).live("ad/weights@" + k, 3, 4).renew("random", k, false).live("random", 1, 0).live("random", 2, 0);
        }
        return all.events();
    }

    private static List<RunView> twoTeachers() {
        List<RunView> runs = new ArrayList<>();
        for (String teacher : List.of("q", "ucb")) {
            runs.add(new MemoryRun(teacher, "room", 0, story()));
            runs.add(new MemoryRun(teacher, "room", 1, Story.ofALife()));
        }
        return runs;
    }

    @Nested
    class LongTermGapKeepsIt extends MetricContract<LongTermGap.Config> {
        LongTermGapKeepsIt() {
            super(new LongTermGap.Factory(), new LongTermGap.Config(10, List.of()));
        }

        @Override
        protected List<List<Event>> stories() {
            return List.of(story(), Story.ofALife());
        }
    }

    @Nested
    class SnapshotKeepsIt extends MetricContract<Snapshot.Config> {
        SnapshotKeepsIt() {
            super(new Snapshot.Factory(), new Snapshot.Config(10));
        }

        @Override
        protected List<List<Event>> stories() {
            return List.of(story(), Story.ofALife());
        }
    }

    @Nested
    class SwitchAfterImitationKeepsIt extends MetricContract<None> {
        SwitchAfterImitationKeepsIt() {
            super(new SwitchAfterImitation.Factory(), new None());
        }

        @Override
        protected List<List<Event>> stories() {
            return List.of(story(), Story.ofALife());
        }
    }

    @Nested
    class KnowledgeOrInformationKeepsIt extends MetricContract<KnowledgeOrInformation.Config> {
        KnowledgeOrInformationKeepsIt() {
            super(new KnowledgeOrInformation.Factory(), new KnowledgeOrInformation.Config(BUDGETS, 10, List.of()));
        }

        @Override
        protected List<List<Event>> stories() {
            return List.of(story(), Story.ofALife());
        }
    }

    @Nested
    class LongTermGapVerdictKeepsIt extends SummaryContract<LongTermGapVerdict.Config> {
        LongTermGapVerdictKeepsIt() {
            super(new LongTermGapVerdict.Factory(), new LongTermGapVerdict.Config(STUDENTS, 10, List.of(), .5, .2, .9, .2, 2, 0, 50));
        }

        @Override
        protected List<RunView> runs() {
            return twoTeachers();
        }
    }

    @Nested
    class SnapshotVerdictKeepsIt extends SummaryContract<SnapshotVerdict.Config> {
        SnapshotVerdictKeepsIt() {
            super(new SnapshotVerdict.Factory(), new SnapshotVerdict.Config(10, .9, 2, 50));
        }

        @Override
        protected List<RunView> runs() {
            return twoTeachers();
        }
    }

    @Nested
    class SwitchVerdictKeepsIt extends SummaryContract<SwitchVerdict.Config> {
        SwitchVerdictKeepsIt() {
            super(new SwitchVerdict.Factory(), new SwitchVerdict.Config(STUDENTS, .8, 2, .9, 10, 2, 0, 50));
        }

        @Override
        protected List<RunView> runs() {
            return twoTeachers();
        }
    }

    @Nested
    class KnowledgeVerdictKeepsIt extends SummaryContract<KnowledgeVerdict.Config> {
        KnowledgeVerdictKeepsIt() {
            super(new KnowledgeVerdict.Factory(), new KnowledgeVerdict.Config(STUDENTS, BUDGETS, 10, List.of(), .5, .8, .2, .9, 2, 0, 50));
        }

        @Override
        protected List<RunView> runs() {
            return twoTeachers();
        }
    }
}
