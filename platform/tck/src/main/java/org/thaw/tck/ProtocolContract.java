package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;
import org.thaw.tck.host.Agenda;

/**
 * The contract of protocols: the plan is lazy and pure, and names only what there is. Extend it once for each. A protocol over a task stream is
 * planned for ten classes in one task, one over worlds for a numbered world; override {@link #agenda} where that does not suit.
 *
 * @param <C> the configuration record
 */
public abstract class ProtocolContract<C extends Record> extends PluginContract<C> {
    private static final long SEED = 1;
    /** Of a plan without end, so many phases are looked at. */
    private static final int MOST = 10_000;

    private final ProtocolFactory<C> factory;

    /** The contract of what a factory makes of a configuration. */
    protected ProtocolContract(ProtocolFactory<C> factory, C configuration) {
        super(Plugin.Kind.PROTOCOL, factory, configuration);
        this.factory = factory;
    }

    /** What is planned for; another seed is another run of the same experiment. */
    protected Agenda agenda(long seed) {
        boolean stream = protocol().roles().stream().anyMatch(role -> role.isEnvironment() && TaskStream.class.isAssignableFrom(role.type()));
        return stream ? Agenda.ofClasses(seed) : Agenda.ofWorld(seed);
    }

    private Protocol protocol() {
        return factory.create(configuration());
    }

    @Override
    final void useOnce(Object factory, Record configuration) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        Protocol made = ((ProtocolFactory<Record>) factory).create(configuration);
        Agenda agenda = agenda(SEED);
        walk(made.plan(agenda).iterator(), agenda);
    }

    /** Walks a plan as a run does: what an evaluation gives is told when it is done. */
    private static List<Phase> walk(Iterator<Phase> phases, Agenda agenda) {
        List<Phase> done = new ArrayList<>();
        while (done.size() < MOST && phases.hasNext()) {
            Phase phase = phases.next();
            if (phase instanceof Phase.Evaluate evaluated) {
                tell(agenda, evaluated, done.size());
            }
            done.add(phase);
        }
        return done;
    }

    private static void tell(Agenda agenda, Phase.Evaluate phase, int done) {
        for (String score : List.of("accuracy", "loss", "return", "length", "agreement", "log-likelihood", "divergence")) {
            agenda.tell(phase.name(), phase.role(), score, 0.9 + 0.1 * StrictMath.sin(done));
        }
    }

    private List<Phase> walk() {
        Agenda agenda = agenda(SEED);
        return walk(protocol().plan(agenda).iterator(), agenda);
    }

    @Test
    void plansTheSameTwice() {
        assertEquals(walk(), walk(), "two plans of one seed");
        Protocol protocol = protocol();
        Agenda first = agenda(SEED);
        Agenda second = agenda(SEED);
        Iterable<Phase> plan = protocol.plan(first);
        List<Phase> once = walk(plan.iterator(), first);
        assertEquals(once, walk(protocol.plan(second).iterator(), second), "two plans of one protocol");
        first.forget();
        assertEquals(once, walk(plan.iterator(), first), "one plan walked twice");
    }

    @Test
    void anotherPlanInBetweenChangesNothing() {
        Protocol protocol = protocol();
        Agenda agenda = agenda(SEED);
        Agenda other = agenda(SEED + 1);
        Iterator<Phase> plan = protocol.plan(agenda).iterator();
        List<Phase> begun = new ArrayList<>();
        walk(protocol.plan(other).iterator(), other);
        while (begun.size() < MOST && plan.hasNext()) {
            Iterator<Phase> stranger = protocol.plan(other).iterator();
            stranger.hasNext();
            Phase phase = plan.next();
            if (phase instanceof Phase.Evaluate evaluated) {
                tell(agenda, evaluated, begun.size());
            }
            begun.add(phase);
        }
        assertEquals(walk(), begun, "a plan alone and with others begun beside it");
    }

    /** Outcomes may be read when all before is done, not when the plan is made: a resumed run makes it with other outcomes at hand. */
    @Test
    void readsOutcomesOnlyWhenTheyAreDue() {
        Agenda agenda = agenda(SEED);
        List<Phase> all = walk(protocol().plan(agenda).iterator(), agenda);
        Iterator<Phase> resumed = protocol().plan(agenda).iterator();
        agenda.forget();
        assertEquals(all, walk(resumed, agenda), "a plan made before and after the outcomes were there");
    }

    @Test
    void askingWhetherThereIsMoreSkipsNothing() {
        Agenda agenda = agenda(SEED);
        Iterator<Phase> plan = protocol().plan(agenda).iterator();
        List<Phase> phases = new ArrayList<>();
        while (phases.size() < MOST && plan.hasNext() && plan.hasNext()) {
            Phase phase = plan.next();
            if (phase instanceof Phase.Evaluate evaluated) {
                tell(agenda, evaluated, phases.size());
            }
            phases.add(phase);
        }
        assertEquals(walk(), phases, "with hasNext() asked once and twice");
        if (phases.size() < MOST) {
            assertThrows(NoSuchElementException.class, plan::next, "next() at the end of the plan");
        }
    }

    @Test
    void namesOnlyRolesTasksAndClassesThatThereAre() {
        Protocol protocol = protocol();
        Agenda agenda = agenda(SEED);
        Set<String> names = new HashSet<>();
        for (Role role : protocol.roles()) {
            assertTrue(names.add(role.name()), () -> "two roles are named " + role.name());
        }
        List<Phase> phases = walk();
        assertTrue(!phases.isEmpty(), "the plan is empty");
        PlanCheck check = new PlanCheck(protocol, agenda);
        phases.forEach(check::on);
    }

    @Test
    void refusesWhatItCannotPlanForWithASentence() {
        Space two = Space.Real.of(0, 1, 2);
        for (Agenda odd : List.of(new Agenda(SEED, new Signature(two, two), 1), new Agenda(SEED, new Signature(two, new Space.Categorical(1)), 1),
                new Agenda(SEED, new Signature(two, new Space.Categorical(7)), 3))) {
            Sentences.madeOrRefused("planning for " + odd.signature("") + " and " + odd.tasks("") + " tasks", () -> walk(protocol().plan(odd).iterator(), odd));
        }
    }

    @Test
    void suggestsMetricsByTheirIds() {
        for (String metric : protocol().metrics()) {
            assertTrue(metric.matches("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*"), () -> "\"" + metric + "\" is no id of a metric");
        }
    }
}
