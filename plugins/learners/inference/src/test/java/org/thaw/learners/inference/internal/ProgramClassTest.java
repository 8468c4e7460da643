package org.thaw.learners.inference.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.environments.bandits.internal.BernoulliBandit;
import org.thaw.environments.grids.internal.DarkRoom;
import org.thaw.environments.grids.internal.Goals;
import org.thaw.environments.grids.internal.View;
import org.thaw.learners.tabular.internal.TabularQ;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.OneTransition;
import org.thaw.tck.host.StudentAllocation;
import org.thaw.tck.host.Windows;

class ProgramClassTest {
    private static final TabularQ.Config DECAYING = new TabularQ.Config(0.5, 0.9, 1, 0.05, 200, 0);
    private static final Signature TWO_BY_TWO = new Signature(new Space.Categorical(2), new Space.Categorical(2));

    private static ProgramClass student(ProgramClass.Config config, Signature signature) {
        return new ProgramClass.Factory().create(config, signature, new HostContext(5));
    }

    private static void study(ProgramClass student, List<List<Moment>> lives) {
        for (List<Moment> life : lives) {
            student.study(Windows.draw(List.of(life), student, new HostStream(0)));
        }
    }

    private static double[] logPosterior(ProgramClass student) {
        Seen seen = new Seen("log-posterior");
        MemoryState.of(student).into(seen);
        return seen.values();
    }

    /**
     * Action 0 earns 1, so Q = (½, 0). At first both actions are ties: ½ whatever ε is. Then ε = ½ takes the better one with probability ¾, ε = 1 with ½; a
     * slip of 0.001 moves each a little towards ½.
     */
    @Test
    void weighsProgramsByWhatTheyWouldHaveDone() {
        ProgramClass student = student(Grids.oneTable(List.of(0.5, 1.0)), TWO_BY_TWO);
        study(student, List.of(new Told(TWO_BY_TWO).first(0, 0).ends(1, 1).first(0, 0).ends(1, 1).life()));
        double[] posterior = logPosterior(student);
        assertEquals(StrictMath.log(0.5) + StrictMath.log(0.999 * 0.75 + 0.0005), posterior[0], 1e-12);
        assertEquals(2 * StrictMath.log(0.5), posterior[1], 1e-12);
        assertTrue(student.inferred().endsWith("epsilon 0.5"), student.inferred());
    }

    @Test
    void doesNotLookAtRecordedDistributions() {
        ProgramClass student = student(Grids.oneTable(List.of(0.5, 1.0)), TWO_BY_TWO);
        List<Moment> life = new Told(TWO_BY_TWO).first(0, 0).ends(1, 1).first(0, 0).ends(1, 1).life();
        life.get(2).decision().distribution(new float[] {0.25f, 0.75f});
        study(student, List.of(life));
        assertEquals(StrictMath.log(0.5) + StrictMath.log(0.999 * 0.75 + 0.0005), logPosterior(student)[0], 1e-12);
    }

    @Test
    void passesOverWindowsFromTheMiddleOfALife() {
        ProgramClass student = student(Grids.oneTable(List.of(0.5, 1.0)), TWO_BY_TWO);
        List<Moment> life = new Told(TWO_BY_TWO).first(0, 0).ends(1, 1).first(0, 0).ends(1, 1).life();
        student.study(Windows.of(life, 2, 2));
        assertArrayEquals(new double[2], logPosterior(student));
        assertEquals(0, student.updates());
    }

    /** An ε that stays: the exploring steps must neither be missed nor counted twice. */
    @Test
    void infersHowOftenARealTeacherExplores() {
        ProgramClass student = student(Grids.oneTable(List.of(0.01, 0.02, 0.05, 0.1)), darkRoom(1).signature());
        List<List<Moment>> lives = new ArrayList<>();
        for (int seed = 1; seed <= 8; seed++) {
            lives.add(darkRoomLife(new TabularQ.Config(0.5, 0.9, 0.02, 0.02, 0, 0), seed, 1900));
        }
        study(student, lives);
        assertTrue(student.inferred().endsWith("epsilon 0.02"), student.inferred());
    }

    @Test
    void refusesToActIfItWasNeverGivenALifeFromItsBeginning() {
        ProgramClass student = student(Grids.oneTable(List.of(0.5, 1.0)), TWO_BY_TWO);
        List<Moment> life = new Told(TWO_BY_TWO).first(0, 0).ends(1, 1).first(0, 0).ends(1, 1).life();
        Policy policy = student.policy(Actor.Mode.EXPLORE, Cue.none());
        Decision decision = new Decision(TWO_BY_TWO);
        policy.act(life.get(0).step(), decision);
        student.study(Windows.of(life, 2, 2));
        ProgramClass restored = student(Grids.oneTable(List.of(0.5, 1.0)), TWO_BY_TWO);
        MemoryState.of(student).into(restored);
        for (Policy each : List.of(policy, restored.policy(Actor.Mode.EXPLORE, Cue.none()))) {
            String message = assertThrows(IllegalStateException.class, () -> each.act(life.get(0).step(), decision)).getMessage();
            assertTrue(message.startsWith("program-class has inferred nothing: all 1 windows") && message.endsWith("it is 2000 steps"), message);
        }
        student.study(Windows.of(life, 0, 4));
        policy.act(life.get(0).step(), decision);
    }

    private static Agent tabularQ(HostContext host, Signature signature) {
        return new TabularQ.Factory().create(DECAYING, signature, host);
    }

    private static List<Moment> darkRoomLife(long seed, int steps) {
        return darkRoomLife(DECAYING, seed, steps);
    }

    private static List<Moment> darkRoomLife(TabularQ.Config config, long seed, int steps) {
        HostContext host = new HostContext(seed);
        DarkRoom room = darkRoom(seed);
        Agent teacher = new TabularQ.Factory().create(config, room.signature(), host);
        Life life = new Life(teacher, teacher.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(room), true);
        life.live(steps);
        return life.recording().get(0);
    }

    private static DarkRoom darkRoom(long seed) {
        return (DarkRoom) new DarkRoom.Factory().create(new DarkRoom.Config(5, List.of(), Goals.ALL, 0, 20, View.CELL), new HostContext(seed));
    }

    private static ProgramClass studiedInDarkRooms() {
        ProgramClass student = student(Grids.few(ProgramClass.Kind.AUTO), darkRoom(1).signature());
        study(student, List.of(darkRoomLife(1, 800), darkRoomLife(2, 800), darkRoomLife(3, 800)));
        return student;
    }

    @Test
    void infersTheHyperparametersOfARealTeacher() {
        assertEquals("tabular-q, step size 0.5, discount 0.9, initial value 0.0, epsilon 1.0 to 0.05 in 200 steps", studiedInDarkRooms().inferred());
    }

    /** The teacher's table is read from what it saves, after each of its updates. */
    @Test
    void saysExactlyWhatTheRealTeacherWouldDoAllItsLife() {
        ProgramClass student = studiedInDarkRooms();
        List<Moment> life = darkRoomLife(9, 400);
        DarkRoom room = darkRoom(9);
        TabularQ teacher = (TabularQ) tabularQ(new HostContext(0), room.signature());
        Policy policy = student.policy(Actor.Mode.EXPLORE, Cue.none());
        Decision decision = new Decision(room.signature());
        int actions = room.signature().choices();
        for (int t = 0; t < life.size(); t++) {
            Moment moment = life.get(t);
            if (t > 0 && !moment.step().isFirst()) {
                teacher.learn(new OneTransition(life.get(t - 1).step(), life.get(t - 1).decision(), moment.step()));
            }
            if (moment.step().isLast()) {
                policy.observe(moment.step());
                continue;
            }
            policy.act(moment.step(), decision);
            Seen table = new Seen("table");
            MemoryState.of(teacher).into(table);
            double epsilon = teacher.updates() >= 200 ? 0.05 : 1 + (0.05 - 1) * teacher.updates() / 200;
            double[] expected = new double[actions];
            EpsilonGreedy.spread(table.values(), moment.step().state() * actions, moment.step().legal(), epsilon, expected);
            for (int a = 0; a < actions; a++) {
                assertEquals((float) expected[a], decision.distribution()[a], "action " + a + " in step " + t);
            }
        }
    }

    @Test
    void goesOnLearningThoughItIsFrozen() {
        ProgramClass student = studiedInDarkRooms();
        MemoryState frozen = MemoryState.of(student);
        // a goal in a corner that no teacher had
        DarkRoom room = (DarkRoom) new DarkRoom.Factory().create(new DarkRoom.Config(5, List.of(4, 0), Goals.ALL, 0, 20, View.CELL), new HostContext(20));
        Life life = new Life(student, student.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(room), false);
        life.live(100);
        double early = life.earned(Integer.MAX_VALUE);
        life.live(2300);
        double late = life.earned(105);
        // knowing the goal earns 17 in each of the five episodes
        assertTrue(early < 30 && late > 60, early + " in the first five episodes, " + late + " in the last five");
        assertEquals("", frozen.difference(MemoryState.of(student)));
    }

    private static List<Moment> banditLife(String kind, long seed) {
        HostContext host = new HostContext(seed);
        var world = new BernoulliBandit().create(new BernoulliBandit.Config(List.of(), 5, seed, 0, 0, 100), host);
        Agent teacher = kind.equals("ucb1")
                ? new org.thaw.learners.bandits.internal.Ucb1.Factory().create(new org.thaw.learners.bandits.internal.Ucb1.Config(0.5, 1), world.signature(), host)
                : new org.thaw.learners.bandits.internal.Thompson.Factory().create(new org.thaw.learners.bandits.internal.Thompson.Config(
                        org.thaw.learners.bandits.internal.Thompson.Rewards.BERNOULLI, 1, 1, 0, 1, 1, 1), world.signature(), host);
        Life life = new Life(teacher, teacher.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(world), true);
        life.live(300);
        return life.recording().get(0);
    }

    private static ProgramClass studiedArms(String kind) {
        ProgramClass student = student(Grids.few(ProgramClass.Kind.AUTO), new Signature(new Space.Categorical(1), new Space.Categorical(5)));
        study(student, List.of(banditLife(kind, 1), banditLife(kind, 2), banditLife(kind, 3)));
        return student;
    }

    @Test
    void tellsBanditAlgorithmsApart() {
        assertEquals("ucb1, scale 0.5, retention 1.0", studiedArms("ucb1").inferred());
        assertEquals("thompson, retention 1.0", studiedArms("thompson").inferred());
    }

    /** UCB1 leaves nothing to chance but ties. */
    @Test
    void foreseesEveryPullOfUcb1() {
        ProgramClass student = studiedArms("ucb1");
        Policy policy = student.policy(Actor.Mode.EXPLORE, Cue.none());
        Decision decision = new Decision(new Signature(new Space.Categorical(1), new Space.Categorical(5)));
        int sure = 0;
        for (Moment moment : banditLife("ucb1", 9)) {
            if (moment.step().isLast()) {
                policy.observe(moment.step());
                continue;
            }
            policy.act(moment.step(), decision);
            float[] p = decision.distribution();
            float chosen = p[moment.decision().action().index()];
            float greatest = 0;
            for (float each : p) {
                greatest = Math.max(greatest, each);
            }
            assertEquals(greatest, chosen);
            sure += chosen == 1 ? 1 : 0;
        }
        assertTrue(sure > 200, sure + " of 300 pulls were foreseen with certainty");
    }

    @Test
    void allocatesNothing() {
        StudentAllocation.none(context -> new ProgramClass.Factory().create(Grids.few(ProgramClass.Kind.AUTO), Chain.numbered(new HostContext(1)).signature(), context),
                Chain.numbered(new HostContext(1)));
    }

    @Test
    void refusesRealObservations() {
        Signature real = new Signature(Space.Real.of(0, 1, 4), new Space.Categorical(2));
        String message = assertThrows(IllegalArgumentException.class, () -> student(Grids.oneTable(List.of(0.1)), real)).getMessage();
        assertTrue(message.startsWith("program-class needs numbered observations and actions"), message);
    }

    @Test
    void refusesAnEmptyGrid() {
        assertThrows(IllegalArgumentException.class, () -> Grids.oneTable(List.of()));
    }
}
