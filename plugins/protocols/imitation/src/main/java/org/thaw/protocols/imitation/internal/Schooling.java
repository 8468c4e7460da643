package org.thaw.protocols.imitation.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Student;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Role;

/**
 * What all protocols of imitation share. The teacher, the experiment's {@code learner}, lives lifetimes 1 … {@code histories}, each as a new learner, and
 * all of them are recorded; every student studies the recordings and is frozen. Then come held-out lifetimes, numbered on from there: the unit of
 * all statistics.
 *
 * @param pupils    the students
 * @param school    the role of the world in which histories are lived; held-out lives are lived in {@code environment}
 * @param histories how many lifetimes are recorded for them
 * @param steps     T1, the length of each
 * @param lifetimes how many are held out
 */
record Schooling(List<Pupil> pupils, String school, long histories, long steps, long lifetimes) {
    static final String SCHOOL = "role of the world in which the histories are lived, such as one with other goals than the held-out lifetimes have";
    static final String HISTORIES = "lifetimes of the teacher that are recorded for the students";
    static final String STEPS = "T1, steps of the teacher's life in each history, and in each held-out lifetime before the students take over";
    static final String LIFETIMES = "held-out lifetimes, the unit of all statistics";
    static final String WINDOW = "steps over which returns are averaged, w; 0: a tenth of T1";
    /** The task of lives that are studied; held-out lives have others. */
    static final int HISTORY = 0;
    /** The task of a held-out life. */
    static final int LIFE = 1;
    private static final String RECORDING = "histories";

    Schooling {
        pupils = Pupil.checked(pupils);
        if (histories < 1 || steps < 1 || lifetimes < 1) {
            throw new IllegalArgumentException("histories " + histories + ", steps " + steps + ", lifetimes " + lifetimes + ": expected each from 1");
        }
        for (Pupil pupil : pupils) {
            if (pupil.histories() > histories) {
                throw new IllegalArgumentException("students: " + pupil.role() + " studies " + pupil.histories() + " histories, but only " + histories + " are recorded; expected at most as many");
            }
        }
    }

    /** A window of so many steps, or a tenth of T1. */
    long window(long steps) {
        return steps > 0 ? steps : Math.max(1, this.steps / 10);
    }

    /** Teacher, students, who acts at random, and the worlds. */
    List<Role> roles(List<String> otherWorlds) {
        List<Role> roles = new ArrayList<>(List.of(Role.learner(Agent.class)));
        pupils.stream().filter(pupil -> !pupil.isCopy()).forEach(pupil -> roles.add(new Role(pupil.role(), Student.class)));
        roles.add(new Role(Pupil.RANDOM, Actor.class));
        roles.add(Role.environment(World.class));
        if (!school.equals(ENVIRONMENT)) {
            roles.add(new Role(school, World.class));
        }
        otherWorlds.forEach(world -> roles.add(new Role(world, World.class)));
        return List.copyOf(roles);
    }

    /**
     * What all must be made for.
     *
     * @throws IllegalArgumentException if lives have several lanes, or no learner could live in all these worlds
     */
    Signature signature(List<String> otherWorlds, Planning planning) {
        Signature union = planning.signature(ENVIRONMENT);
        if (union.lanes() > 1) {
            throw new IllegalArgumentException("a student follows one life at a time, but there are " + union.lanes() + " lanes; set lanes to 1");
        }
        List<String> worlds = new ArrayList<>(otherWorlds);
        if (!school.equals(ENVIRONMENT)) {
            worlds.add(school);
        }
        for (String world : worlds) {
            Signature next = planning.signature(world);
            if (next.output() instanceof Space.Real && !next.output().equals(union.output())) {
                throw new IllegalArgumentException("nobody can live in \"" + world + "\" as well: real actions must be the same in all worlds, but there are " + union.output()
                        + " and " + next.output());
            }
            try {
                union = union.union(next);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("nobody can live in \"" + world + "\" as well: " + e.getMessage(), e);
            }
        }
        return union;
    }

    /** The whole plan: recording, study, and then each held-out lifetime. */
    Iterable<Phase> plan(boolean keepThawed, LongFunction<List<Phase>> lifetime) {
        // flatMap holds one element's phases at a time: one lifetime
        return () -> Stream.concat(Stream.concat(record(), pupils.stream().flatMap(pupil -> study(pupil, keepThawed))),
                LongStream.rangeClosed(1, lifetimes).boxed().flatMap(k -> lifetime.apply(histories + k).stream())).iterator();
    }

    private Stream<Phase> record() {
        long[] ends = ends();
        return LongStream.rangeClosed(1, histories).boxed().flatMap(number -> history(number, ends));
    }

    private Stream<Phase> history(long number, long[] ends) {
        long end = Arrays.stream(ends).filter(each -> each >= number).findFirst().orElse(histories);
        return Stream.of(new Phase.Renew("a new teacher", LEARNER, number, true),
                new Phase.Record(Lives.whole("history", LEARNER, school, HISTORY, steps), recording(end)));
    }

    /** Where recordings end: after each number of histories that some student studies. So nobody's histories are recorded twice. */
    private long[] ends() {
        return LongStream.concat(pupils.stream().mapToLong(this::studied), LongStream.of(histories)).sorted().distinct().toArray();
    }

    /** How many histories a student studies. */
    private long studied(Pupil pupil) {
        return pupil.histories() == 0 ? histories : pupil.histories();
    }

    private String recording(long end) {
        return end == histories ? RECORDING : RECORDING + "-" + end;
    }

    private Stream<Phase> study(Pupil pupil, boolean keepThawed) {
        if (pupil.isCopy()) {
            return Stream.of(new Phase.Fork("a copy that is not frozen", pupil.copyOf(), pupil.role()));
        }
        List<String> recordings = Arrays.stream(ends()).filter(end -> end <= studied(pupil)).mapToObj(this::recording).toList();
        Phase study = new Phase.Study("study", pupil.role(), recordings, pupil.material(), pupil.updates());
        Stream<Phase> thawed = keepThawed && !pupil.unfrozen() ? Stream.of(new Phase.Fork("keep a thawed copy", pupil.role(), thawed(pupil))) : Stream.of();
        Stream<Phase> frozen = pupil.unfrozen() ? Stream.of() : Stream.of(new Phase.Freeze("freeze", pupil.role()));
        return Stream.concat(Stream.of(study), Stream.concat(thawed, frozen));
    }

    /** Who holds what a student has learned and may learn more. */
    static String thawed(Pupil pupil) {
        return pupil.unfrozen() ? pupil.role() : pupil.role() + "/thawed";
    }

    /** The teacher in a held-out lifetime, as a new learner. */
    static Phase renewTeacher(long lifetime) {
        return new Phase.Renew("a new teacher", LEARNER, lifetime, true);
    }

    /** The name under which the first T1 steps of the teacher's held-out life are kept. */
    static String life(long lifetime) {
        return "life-" + lifetime;
    }

    /** Whoever acts at random, for the lower end of the scale. */
    static List<Phase> random(long lifetime, String world, int task, long steps) {
        return List.of(new Phase.Renew("random", Pupil.RANDOM, lifetime, false), Lives.whole("random", Pupil.RANDOM, world, task, steps));
    }

    /** A copy that has no further use leaves, so that it holds no memory and is not checked any more. */
    static Phase release(String role) {
        return new Phase.Leave("release", role);
    }
}
