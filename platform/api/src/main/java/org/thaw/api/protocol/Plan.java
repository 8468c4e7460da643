package org.thaw.api.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Phases in order, some of them decided late. Immutable. A gate reads an outcome only when all before it is done:
 * <pre>{@code
 * Plan.of(study, evaluate).then(() -> passed(planning.outcomes()) ? Plan.of(goOn) : Plan.of());
 * }</pre>
 * What may be repeated until something holds is a plan that ends in a supplier of itself.
 */
public final class Plan implements Iterable<Phase> {
    private final List<Supplier<? extends Iterable<? extends Phase>>> parts;

    private Plan(List<Supplier<? extends Iterable<? extends Phase>>> parts) {
        this.parts = parts;
    }

    /** These phases; none for an empty plan. */
    public static Plan of(Phase... phases) {
        return new Plan(List.of()).then(phases);
    }

    /** This plan, and then these phases. */
    public Plan then(Phase... phases) {
        return then(List.of(phases));
    }

    /** This plan, and then these phases. */
    public Plan then(Collection<? extends Phase> phases) {
        List<Phase> fixed = List.copyOf(phases);
        return then(() -> fixed);
    }

    /**
     * This plan, and then what {@code decided} gives, asked when all before is done: a gate.
     *
     * @param decided pure: depends on nothing but configuration, planning and outcomes, for it is asked anew by a resumed run
     */
    public Plan then(Supplier<? extends Iterable<? extends Phase>> decided) {
        List<Supplier<? extends Iterable<? extends Phase>>> longer = new ArrayList<>(parts);
        longer.add(decided);
        return new Plan(List.copyOf(longer));
    }

    @Override
    public Iterator<Phase> iterator() {
        return new Walk(parts);
    }

    /** Depth first, without recursion: a plan may end in itself any number of times. */
    private static final class Walk implements Iterator<Phase> {
        private final Deque<Iterator<?>> open = new ArrayDeque<>();
        private Phase next;

        Walk(List<Supplier<? extends Iterable<? extends Phase>>> parts) {
            open.push(parts.iterator());
        }

        @Override
        public boolean hasNext() {
            while (next == null && !open.isEmpty()) {
                Iterator<?> top = open.peek();
                if (!top.hasNext()) {
                    open.pop();
                    continue;
                }
                Object item = top.next();
                if (item instanceof Phase phase) {
                    next = phase;
                } else if (item instanceof Supplier<?> part) {
                    enter(top, part.get());
                }
            }
            return next != null;
        }

        private void enter(Iterator<?> from, Object made) {
            if (!from.hasNext()) {
                open.pop();
            }
            // a plan's parts rather than its iterator, so that plans within plans do not pile up iterators
            open.push(made instanceof Plan plan ? plan.parts.iterator() : ((Iterable<?>) made).iterator());
        }

        @Override
        public Phase next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the plan is over");
            }
            Phase phase = next;
            next = null;
            return phase;
        }
    }
}
