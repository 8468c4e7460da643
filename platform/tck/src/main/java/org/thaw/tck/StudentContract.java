package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.Decided;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

/**
 * The contract of students. Extend it once for each, with a configuration that is small and learns quickly. The student studies lives of a teacher that
 * learns, in a row of six cells with a reward at its end, observed as a number or, if it refuses numbers, as a vector, and leads two lives at once of its own
 * there; override {@link #world} and {@link #teacher} where that does not suit.
 *
 * @param <C> the configuration record
 */
public abstract class StudentContract<C extends Record> extends ContextContract<C> {
    static final int LANES = 2;
    private static final int[] LENGTHS = {120, 60, 7};

    private final LearnerFactory<C, ? extends Student> factory;

    /** The contract of what a factory makes of a configuration. */
    protected StudentContract(LearnerFactory<C, ? extends Student> factory, C configuration) {
        super(factory, configuration);
        this.factory = factory;
    }

    /** A small world in which there is something to imitate. */
    protected World world(HostContext host) {
        try {
            create(Chain.numbered(new HostContext(SEED)).signature(), host(SEED)).close();
            return Chain.numbered(host);
        } catch (IllegalArgumentException wantsVectors) {
            return Chain.oneHot(host);
        }
    }

    /**
     * Who is imitated: an agent that learns, or any actor. The usual one is ε-greedy Q-learning where actions are numbered, else chance.
     *
     * @param tells whether it should record its distribution with its actions, if it can
     */
    protected Actor teacher(Signature signature, HostContext host, boolean tells) {
        return signature.output() instanceof Space.Categorical ? new Demonstrator(signature, host, tells) : new Chance(host);
    }

    /** How many batches it takes to imitate better than chance. */
    protected int updatesToLearn() {
        return 300;
    }

    /** The mean probability that it must then give to what its teacher does in the later half of a life that it has not studied. */
    protected double likeness() {
        return 0.5;
    }

    @Override
    final int middle() {
        return StudentSubject.STEPS / 2;
    }

    @Override
    final int afterTheEnd() {
        return StudentSubject.STEPS + 2;
    }

    @Override
    final StudentSubject subject(Object factory, Record configuration, HostContext host, long data, Lending lending) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        Student student = ((LearnerFactory<Record, Student>) factory).create(configuration, signature(), host);
        List<List<Moment>> lives = new ArrayList<>();
        for (int i = 0; i < LENGTHS.length; i++) {
            lives.add(recorded(10 * data + i, LENGTHS[i]));
        }
        return new StudentSubject(host, student, this::world, lives, LANES, data, lending);
    }

    @Override
    final Student create(Signature signature, HostContext host) {
        return factory.create(configuration(), signature.withLanes(LANES), host);
    }

    @Override
    final Signature signature() {
        return world(new HostContext(SEED)).signature().withLanes(LANES);
    }

    @Override
    final List<Moment> recorded(long seed, int steps) {
        HostContext host = new HostContext(1000 + seed);
        Actor teacher = teacher(world(new HostContext(SEED)).signature(), host, seed % 2 == 0);
        Life life = new Life(teacher, teacher.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(world(host)), true);
        life.live(steps);
        return life.recording().get(0);
    }

    @Override
    final Score learned() {
        List<List<Moment>> lives = List.of(recorded(70, 400), recorded(71, 400), recorded(72, 300), recorded(73, 400));
        HostContext host = host(SEED);
        Student student = create(signature(), host);
        StudentSubject subject = new StudentSubject(host, student, this::world, lives, LANES, 3, Lending.GIVEN);
        for (int i = 0; i < updatesToLearn(); i++) {
            subject.study(i);
        }
        student.prepare();
        List<Moment> unknown = recorded(81, 300);
        List<Moment> said = new Following(signature(), student.policy(Actor.Mode.EXPLORE, Cue.none())).follow(unknown, 0);
        double sum = 0;
        int count = 0;
        for (int t = unknown.size() / 2; t < unknown.size(); t++) {
            if (!unknown.get(t).step().isLast()) {
                int action = unknown.get(t).decision().action().index();
                Decision its = said.get(t).decision();
                sum += its.hasDistribution() ? its.distribution()[action] : its.action().index() == action ? 1 : 0;
                count++;
            }
        }
        return new Score(sum / count, likeness());
    }

    @Test
    void asksForTheSameWindowsAllItsLife() {
        StudentSubject subject = (StudentSubject) subject(3, Lending.GIVEN);
        List<Integer> asked = asks(subject.student());
        assertTrue(asked.stream().allMatch(n -> n >= 1), () -> "window, batch and interval are " + asked + ": expected numbers from 1");
        subject.steps(afterTheEnd());
        assertEquals(asked, asks(subject.student()), "window, batch and interval have changed");
    }

    private static List<Integer> asks(Student student) {
        return List.of(student.window(), student.batch(), student.interval());
    }

    @Test
    void actsLegallyInEveryMode() {
        StudentSubject subject = (StudentSubject) subject(3, Lending.GIVEN);
        subject.examine();
        subject.steps(middle()).examine();
        subject.steps(afterTheEnd()).examine();
    }

    @Test
    void choosesTheOnlyLegalAction() {
        StudentSubject subject = studied();
        Signature signature = signature();
        if (!(signature.output() instanceof Space.Categorical actions)) {
            return;
        }
        for (Actor.Mode mode : Actor.Mode.values()) {
            for (int only = 0; only < actions.count(); only++) {
                Following following = new Following(signature, subject.student().policy(mode, Cue.none()));
                for (Moment moment : recorded(90, 20)) {
                    Moment masked = Moment.of(signature, moment.step(), moment.decision());
                    for (int a = 0; a < actions.count(); a++) {
                        masked.step().legal()[a] = a == only;
                    }
                    following.meet(masked, 0, true);
                }
            }
        }
    }

    @Test
    void studiesWindowsOfAnyLengthFromAnywhere() {
        StudentSubject subject = (StudentSubject) subject(3, Lending.GIVEN);
        Student student = subject.student();
        List<Moment> life = recorded(90, 50);
        for (int start : new int[] {0, 1, 17, 43}) {
            for (int length : new int[] {1, 2, Math.min(7, student.window())}) {
                Windows windows = Windows.of(life, start, Math.min(length, student.window()));
                for (int i = 1; i < student.batch(); i++) {
                    windows = windows.and(Windows.of(life, i % 40, 1 + i % Math.min(5, student.window())));
                }
                student.study(windows);
            }
        }
        subject.examine();
    }

    @Test
    void servesASignatureOrRefusesItWithASentence() {
        Space vector = Space.Real.of(-1, 1, 3);
        Space few = new Space.Categorical(4);
        for (Signature other : List.of(new Signature(vector, few), new Signature(few, vector), new Signature(vector, vector), new Signature(few, few),
                new Signature(Space.Real.of(0, 1, 3, 2, 2), few))) {
            Optional<Student> made = Sentences.madeOrRefused("the signature " + other, () -> create(other, host(SEED)));
            made.ifPresent(student -> {
                StepBuffer step = new StepBuffer(other.withLanes(LANES), 0);
                Decision decision = new Decision(other);
                student.policy(Actor.Mode.EXPLOIT, Cue.none()).act(step, decision);
                Decided.check(other, step, decision);
                student.close();
            });
        }
    }
}
