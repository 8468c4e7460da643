package org.thaw.protocols.imitation.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * E3, the switch: after T1 the task changes. In each held-out lifetime and on each rung of the ladder there live equally long, all from the beginning
 * of the new world: a copy of the teacher that goes on learning ({@code learner/live@…}), a frozen copy ({@code learner/frozen@…}), a fresh teacher (the
 * role {@code learner} in the new world), every student, whose context holds the life before, and who acts at random. Besides, teacher and students live w
 * steps after T1 where nothing has changed: a student that does not act like its teacher there tells nothing about the change.
 */
public final class SwitchAfterImitation implements Protocol {
    private final Config config;
    private final Schooling schooling;
    private final List<String> worlds;

    SwitchAfterImitation(Config config) {
        this.config = config;
        this.schooling = new Schooling(config.students(), config.school(), config.histories(), config.steps(), config.lifetimes());
        this.worlds = config.levels().stream().map(Level::world).toList();
    }

    @Override
    public List<Role> roles() {
        return schooling.roles(worlds);
    }

    @Override
    public List<String> metrics() {
        return List.of("switch-after-imitation", "cost");
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return schooling.signature(worlds, planning);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        schooling.signature(worlds, planning); // refuses what cannot go together before anything is learned
        return schooling.plan(false, this::lifetime);
    }

    private List<Phase> lifetime(long k) {
        List<Phase> phases = new ArrayList<>();
        phases.add(Schooling.renewTeacher(k));
        phases.add(new Phase.Record(Lives.whole("life of the teacher", LEARNER, ENVIRONMENT, Schooling.LIFE, config.steps()), Schooling.life(k)));
        for (Level level : config.levels()) {
            phases.addAll(copy(level, k, "live", false));
            phases.addAll(copy(level, k, "frozen", true));
        }
        phases.addAll(snapshot(k));
        for (Level level : config.levels()) {
            phases.add(Schooling.renewTeacher(k));
            phases.add(live(LEARNER, level));
            for (Pupil pupil : schooling.pupils()) {
                Enrolment student = Enrolment.of(pupil, k, ".L" + level.level());
                phases.addAll(student.live(Lives.follow(student.role(), Schooling.LIFE, Schooling.life(k), config.steps(), true), live(student.role(), level)));
            }
            phases.addAll(Schooling.random(k, level.world(), level.task(), config.afterSteps()));
        }
        return phases;
    }

    /** All live on for a while where nothing has changed, so that it can be seen who acts like the teacher at all. */
    private List<Phase> snapshot(long k) {
        long window = schooling.window(config.window());
        List<Phase> phases = new ArrayList<>(List.of(Lives.whole("the teacher goes on", LEARNER, ENVIRONMENT, Schooling.LIFE, window)));
        for (Pupil pupil : schooling.pupils()) {
            Enrolment student = Enrolment.of(pupil, k, ".unchanged");
            phases.addAll(student.live(Lives.follow(student.role(), Schooling.LIFE, Schooling.life(k), config.steps(), false),
                    Lives.part("the student goes on", student.role(), ENVIRONMENT, Schooling.LIFE, window, false, true)));
        }
        phases.addAll(Schooling.random(k, ENVIRONMENT, Schooling.LIFE, window));
        return phases;
    }

    private List<Phase> copy(Level level, long k, String kind, boolean frozen) {
        String role = LEARNER + "/" + kind + "@" + k + ".L" + level.level();
        List<Phase> phases = new ArrayList<>(List.of(new Phase.Fork("fork the teacher", LEARNER, role)));
        if (frozen) {
            phases.add(new Phase.Freeze("freeze the copy", role));
        }
        phases.add(live(role, level));
        phases.add(Schooling.release(role));
        return phases;
    }

    private Phase live(String role, Level level) {
        return Lives.whole("live at L" + level.level(), role, level.world(), level.task(), config.afterSteps());
    }

    /** Who studies what, what changes, and how long lives are. */
    public record Config(
            @Parameter(Pupil.LIST) List<Pupil> students,
            @Parameter(Level.LIST) List<Level> levels,
            @Parameter(value = Schooling.SCHOOL, byDefault = "environment") String school,
            @Parameter(value = Schooling.HISTORIES, byDefault = "100", range = "[1,*)") long histories,
            @Parameter(value = Schooling.STEPS, range = "[1,*)") long steps,
            @Parameter(value = Schooling.LIFETIMES, byDefault = "30", range = "[1,*)") long lifetimes,
            @Parameter(value = "steps of each life after the change; 0: T1", byDefault = "0", range = "[0,*)") long after,
            @Parameter(value = "steps of each life where nothing changes, w; 0: a tenth of T1", byDefault = "0", range = "[0,*)") long window) {
        public Config {
            students = List.copyOf(students);
            levels = Level.checked(levels, students);
            new Schooling(students, school, histories, steps, lifetimes);
        }

        long afterSteps() {
            return after > 0 ? after : steps;
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "switch-after-imitation", summary = "E3: after the teacher's life so far the task changes, rung by rung: who learns the new one?",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new SwitchAfterImitation(configuration);
        }
    }
}
