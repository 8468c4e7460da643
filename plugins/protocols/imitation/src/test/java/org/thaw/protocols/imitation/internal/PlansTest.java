package org.thaw.protocols.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Role;
import org.thaw.tck.host.Agenda;

class PlansTest {
    private static final Planning ROOM = Agenda.ofWorld(1);
    private static final Pupil AD = new Pupil("ad", 0, 1, false, 7, false, 0, "none");
    private static final Pupil UNFROZEN = new Pupil("un", 0, 1, false, 7, true, 0, "none");

    @Test
    void aFrozenStudentFollowsTheTeacherAndLivesOnBesideIt() {
        assertEquals(List.of(
                "learner renewed for lifetime 1, knows nothing", "learner lives 20 steps in environment, task 0, begins, ends, recorded as histories",
                "learner renewed for lifetime 2, knows nothing", "learner lives 20 steps in environment, task 0, begins, ends, recorded as histories",
                "ad studies [histories] from 0.0 to 1.0, 7 updates", "ad frozen",
                "learner renewed for lifetime 3, knows nothing", "learner lives 20 steps in environment, task 1, begins, recorded as life-3",
                "learner forked as learner/frozen@3", "learner/frozen@3 frozen",
                "learner lives 5 steps in environment, task 1, recorded as next-3", "learner lives 195 steps in environment, task 1, ends",
                "ad renewed for lifetime 3", "ad follows 20 steps of life-3, task 1, begins",
                "ad compared: fidelity under the teacher's states, follows 5 steps of next-3, task 1, COPY",
                "ad lives 5 steps in environment, task 1, recorded as own-ad-3", "ad lives 195 steps in environment, task 1, ends",
                "learner/frozen@3 compared: fidelity under the states of ad, follows 5 steps of own-ad-3, task 1, COPY",
                "learner/frozen@3 lives 200 steps in environment, task 1, ends",
                "learner/frozen@3 leaves",
                "random renewed for lifetime 3", "random lives 5 steps in environment, task 1, begins, ends"),
                Lines.of(new LongTermGap(new LongTermGap.Config(List.of(AD), "environment", 2, 20, 1, 0, 5, true)).plan(ROOM)));
    }

    @Test
    void anUnfrozenStudentBeginsEachLifetimeWithWhatItHadStudied() {
        List<String> lines = Lines.of(new LongTermGap(new LongTermGap.Config(List.of(UNFROZEN), "environment", 1, 20, 2, 30, 0, false)).plan(ROOM));

        assertEquals(List.of(
                "un studies [histories] from 0.0 to 1.0, 7 updates",
                "un forked as un@2", "un@2 renewed for lifetime 2", "un@2 follows 20 steps of life-2, task 1, begins", "un@2 lives 30 steps in environment, task 1, ends",
                "un@2 leaves",
                "un forked as un@3", "un@3 renewed for lifetime 3", "un@3 follows 20 steps of life-3, task 1, begins", "un@3 lives 30 steps in environment, task 1, ends",
                "un@3 leaves"),
                lines.stream().filter(line -> line.startsWith("un")).toList());
    }

    @Test
    void anUnfrozenCopyKnowsWhatItsOriginalStudied() {
        Pupil copy = new Pupil("ad-thawed", 0, 1, false, 1000, true, 0, "ad");
        LongTermGap protocol = new LongTermGap(new LongTermGap.Config(List.of(AD, copy), "environment", 1, 20, 1, 30, 0, false));
        assertEquals(List.of(
                "ad studies [histories] from 0.0 to 1.0, 7 updates", "ad frozen", "ad forked as ad-thawed",
                "ad renewed for lifetime 2", "ad follows 20 steps of life-2, task 1, begins", "ad lives 30 steps in environment, task 1, ends",
                "ad-thawed forked as ad-thawed@2", "ad-thawed@2 renewed for lifetime 2", "ad-thawed@2 follows 20 steps of life-2, task 1, begins",
                "ad-thawed@2 lives 30 steps in environment, task 1, ends", "ad-thawed@2 leaves"),
                Lines.of(protocol.plan(ROOM)).stream().filter(line -> line.startsWith("ad")).toList());
        assertEquals(List.of("learner", "ad", "random", "environment"), protocol.roles().stream().map(Role::name).toList());
    }

    @Test
    void aCopyIsOfAFrozenStudentBeforeItAndNotFrozenItself() {
        assertTrue(refused(new Pupil("copy", 0, 1, false, 1000, true, 0, "ad"), AD).contains("expected a frozen student listed before it, and there is none"));
        assertTrue(refused(AD, UNFROZEN, new Pupil("copy", 0, 1, false, 1000, true, 0, "un")).endsWith("expected a frozen student listed before it: ad"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Pupil("copy", 0, 1, false, 7, false, 0, "ad")).getMessage().contains("expected \"unfrozen\": true"));
    }

    @Test
    void aCopyHasNoStudyOfItsOwn() {
        assertEquals("students: copy knows what ad studied; leave out from, to, shuffled, updates and histories: they are those of ad",
                assertThrows(IllegalArgumentException.class, () -> new Pupil("copy", 0, 1, false, 7, true, 0, "ad")).getMessage());
    }

    private static String refused(Pupil... pupils) {
        return assertThrows(IllegalArgumentException.class, () -> Pupil.checked(List.of(pupils))).getMessage();
    }

    @Test
    void inASnapshotStudentsLiveAsLongAsTheyAreCompared() {
        List<String> lines = Lines.of(new Snapshot(new Snapshot.Config(List.of(AD), "environment", 1, 20, 1, 0, true)).plan(ROOM));

        assertEquals(List.of("learner lives 20 steps in environment, task 0, begins, ends, recorded as histories", "learner lives 20 steps in environment, task 1, begins, recorded as life-2",
                "learner lives 2 steps in environment, task 1, ends, recorded as next-2", "ad lives 2 steps in environment, task 1, ends, recorded as own-ad-2",
                "learner/frozen@2 lives 2 steps in environment, task 1, ends", "random lives 2 steps in environment, task 1, begins, ends"),
                lines.stream().filter(line -> line.contains("lives")).toList());
    }

    @Test
    void materialIsAsTheStudentWantsIt() {
        Pupil control = new Pupil("control", 0.5, 0.9, true, 3, false, 0, "none");
        assertTrue(Lines.of(new Snapshot(new Snapshot.Config(List.of(control), "environment", 1, 20, 1, 0, true)).plan(ROOM))
                .contains("control studies [histories] from 0.5 to 0.9 shuffled, 3 updates"));
    }

    @Test
    void atEachLevelTeacherCopiesAFreshTeacherAndStudentsLiveEquallyLong() {
        SwitchAfterImitation.Config config = new SwitchAfterImitation.Config(List.of(AD, UNFROZEN), List.of(new Level(2, "actions")), "environment", 1, 20, 1, 50, 5);
        assertEquals(List.of(
                "learner renewed for lifetime 2, knows nothing", "learner lives 20 steps in environment, task 1, begins, ends, recorded as life-2",
                "learner forked as learner/live@2.L2", "learner/live@2.L2 lives 50 steps in actions, task 4, begins, ends", "learner/live@2.L2 leaves",
                "learner forked as learner/frozen@2.L2", "learner/frozen@2.L2 frozen", "learner/frozen@2.L2 lives 50 steps in actions, task 4, begins, ends",
                "learner/frozen@2.L2 leaves",
                "learner lives 5 steps in environment, task 1, begins, ends",
                "ad renewed for lifetime 2", "ad follows 20 steps of life-2, task 1, begins", "ad lives 5 steps in environment, task 1, ends",
                "un forked as un@2.unchanged", "un@2.unchanged renewed for lifetime 2", "un@2.unchanged follows 20 steps of life-2, task 1, begins",
                "un@2.unchanged lives 5 steps in environment, task 1, ends", "un@2.unchanged leaves",
                "random renewed for lifetime 2", "random lives 5 steps in environment, task 1, begins, ends",
                "learner renewed for lifetime 2, knows nothing", "learner lives 50 steps in actions, task 4, begins, ends",
                "ad renewed for lifetime 2", "ad follows 20 steps of life-2, task 1, begins, ends", "ad lives 50 steps in actions, task 4, begins, ends",
                "un forked as un@2.L2", "un@2.L2 renewed for lifetime 2", "un@2.L2 follows 20 steps of life-2, task 1, begins, ends",
                "un@2.L2 lives 50 steps in actions, task 4, begins, ends", "un@2.L2 leaves",
                "random renewed for lifetime 2", "random lives 50 steps in actions, task 4, begins, ends"),
                Lines.of(new SwitchAfterImitation(config).plan(ROOM)).stream().skip(5).toList());
        assertEquals(List.of("learner", "ad", "un", "random", "environment", "actions"), new SwitchAfterImitation(config).roles().stream().map(Role::name).toList());
    }

    @Test
    void knowledgeIsAskedForWithAContextWithoutOneAndInTheWeights() {
        KnowledgeOrInformation.Config config = new KnowledgeOrInformation.Config(List.of(AD), "environment", 1, 20, 1, 3, 50, 9, 5, false);
        assertEquals(List.of(
                "ad studies [histories] from 0.0 to 1.0, 7 updates", "ad forked as ad/thawed", "ad frozen",
                "learner renewed for lifetime 2, knows nothing", "learner lives 20 steps in environment, task 1, begins, recorded as life-2",
                "learner forked as learner/frozen@2", "learner/frozen@2 leaves", "learner lives 135 steps in environment, task 1, ends",
                "ad renewed for lifetime 2", "ad follows 20 steps of life-2, task 1, begins", "ad lives 5 steps in environment, task 1, ends",
                "ad renewed for lifetime 2", "ad lives 155 steps in environment, task 2, begins, ends",
                "ad/thawed forked as ad/weights@2", "ad/weights@2 studies [life-2] from 0.85 to 1.0, 9 updates", "ad/weights@2 frozen", "ad/weights@2 renewed for lifetime 2",
                "ad/weights@2 lives 5 steps in environment, task 3, begins, ends", "ad/weights@2 leaves",
                "random renewed for lifetime 2", "random lives 5 steps in environment, task 1, begins, ends"),
                Lines.of(new KnowledgeOrInformation(config).plan(ROOM)).stream().skip(2).toList());
    }

    @Test
    void weightsStudyWhatTheContextHoldsUnlessTheWholeLifeIsWanted() {
        assertEquals(List.of("from 0.85 to 1.0", "from 0.0 to 1.0", "from 0.0 to 1.0"), List.of(studiedByWeights(3, false), studiedByWeights(3, true), studiedByWeights(30, false)));
    }

    private static String studiedByWeights(long context, boolean wholeLife) {
        KnowledgeOrInformation.Config config = new KnowledgeOrInformation.Config(List.of(AD), "environment", 1, 20, 1, context, 50, 9, 5, wholeLife);
        String line = Lines.of(new KnowledgeOrInformation(config).plan(ROOM)).stream().filter(each -> each.startsWith("ad/weights@2 studies")).findFirst().orElseThrow();
        return line.substring(line.indexOf("from"), line.indexOf(','));
    }

    @Test
    void studentsOfFewerHistoriesStudyTheFirstOfThoseThatTheOthersStudy() {
        Pupil few = new Pupil("few", 0, 1, false, 7, false, 1, "none");
        Pupil more = new Pupil("more", 0, 1, false, 7, false, 3, "none");
        List<String> lines = Lines.of(new Snapshot(new Snapshot.Config(List.of(AD, more, few), "environment", 4, 20, 1, 0, true)).plan(ROOM));

        assertEquals(List.of("histories-1", "histories-3", "histories-3", "histories"),
                lines.stream().filter(line -> line.contains("recorded as histories")).map(line -> line.substring(line.indexOf("histories"))).toList());
        assertEquals(List.of("ad studies [histories-1, histories-3, histories]", "more studies [histories-1, histories-3]", "few studies [histories-1]"),
                lines.stream().filter(line -> line.contains(" studies ")).map(line -> line.substring(0, line.indexOf(']') + 1)).toList());
        String message = assertThrows(IllegalArgumentException.class, () -> new Snapshot.Config(List.of(more), "environment", 2, 20, 1, 0, true)).getMessage();
        assertTrue(message.contains("more studies 3 histories, but only 2 are recorded"), message);
    }

    @Test
    void manyLifetimesArePlannedOneByOne() {
        LongTermGap.Config config = new LongTermGap.Config(List.of(AD), "environment", Long.MAX_VALUE / 4, 1_000, Long.MAX_VALUE / 4, 0, 0, true);
        Iterator<Phase> plan = new LongTermGap(config).plan(ROOM).iterator();
        for (int i = 0; i < 100; i++) {
            plan.next();
        }
        assertTrue(plan.hasNext());
    }

    @Test
    void severalLanesAreRefused() {
        Agenda two = new Agenda(1, new Signature(new Space.Categorical(6), new Space.Categorical(3), 2), 1);
        String message = assertThrows(IllegalArgumentException.class, () -> new Snapshot(new Snapshot.Config(List.of(AD), "environment", 1, 20, 1, 0, true)).plan(two)).getMessage();
        assertTrue(message.contains("set lanes to 1"), message);
    }

    @Test
    void namesThatCannotBeRolesAreRefusedWithWhatWouldDo() {
        assertTrue(refusal("learner").contains("is another's role"), refusal("learner"));
        assertTrue(refusal("a/b").contains("expected letters, digits"), refusal("a/b"));
        assertTrue(refusal("a", "a").contains("\"a\" is listed twice"), refusal("a", "a"));
        assertTrue(refusal().contains("at least one"), refusal());
        String level = assertThrows(IllegalArgumentException.class,
                () -> new SwitchAfterImitation.Config(List.of(AD), List.of(new Level(1, "large"), new Level(1, "larger")), "environment", 1, 20, 1, 0, 0)).getMessage();
        assertTrue(level.contains("shares its number"), level);
    }

    private static String refusal(String... roles) {
        return assertThrows(IllegalArgumentException.class,
                () -> new Snapshot.Config(java.util.Arrays.stream(roles).map(role -> new Pupil(role, 0, 1, false, 1, false, 0, "none")).toList(), "environment", 1, 20, 1, 0, true)).getMessage();
    }

    @Test
    void aWindowLongerThanTheLifeIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new LongTermGap.Config(List.of(AD), "environment", 1, 20, 1, 30, 40, true)).getMessage();
        assertTrue(message.contains("set a smaller window"), message);
    }

    /** Worlds of these signatures. */
    private record Worlds(Map<String, Signature> signatures) implements Planning {
        @Override
        public Signature signature(String environment) {
            return signatures.get(environment);
        }

        @Override
        public long seed() {
            return 0;
        }

        @Override
        public RandomStream random(String name) {
            return ROOM.random(name);
        }

        @Override
        public int tasks(String environment) {
            return 1;
        }

        @Override
        public long examples(String environment, Experience.Split split, List<Portion> portions) {
            return 0;
        }

        @Override
        public Outcomes outcomes() {
            return ROOM.outcomes();
        }
    }

    @Test
    void allAreMadeForTheUnionOfTheWorlds() {
        SwitchAfterImitation protocol = new SwitchAfterImitation(new SwitchAfterImitation.Config(List.of(AD), List.of(new Level(4, "game")), "environment", 1, 20, 1, 0, 0));
        Signature room = new Signature(new Space.Categorical(81), new Space.Categorical(5));
        Worlds worlds = new Worlds(Map.of("environment", room, "game", new Signature(new Space.Categorical(100), new Space.Categorical(3))));

        assertEquals(new Signature(new Space.Categorical(100), new Space.Categorical(5)), protocol.signature("ad", worlds));
        Worlds odd = new Worlds(Map.of("environment", room, "game", new Signature(new Space.Categorical(100), Space.Real.of(-1, 1, 1))));
        String message = assertThrows(IllegalArgumentException.class, () -> protocol.plan(odd)).getMessage();
        assertTrue(message.startsWith("nobody can live in \"game\" as well: "), message);
    }

    @Test
    void historiesCanBeLivedInAWorldOfTheirOwn() {
        Snapshot protocol = new Snapshot(new Snapshot.Config(List.of(AD), "school", 1, 20, 1, 0, false));

        assertEquals(List.of("learner", AD.role(), "random", "environment", "school"), protocol.roles().stream().map(Role::name).toList());
        List<Experience> worlds = StreamSupport.stream(protocol.plan(ROOM).spliterator(), false).filter(Phase.Record.class::isInstance)
                .map(phase -> ((Phase.Record) phase).learn().experience()).toList();
        assertEquals(List.of("school", "environment"), worlds.stream().map(Experience::environment).toList());
    }
}
