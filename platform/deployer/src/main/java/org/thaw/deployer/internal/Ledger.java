package org.thaw.deployer.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thaw.deployer.Deployment;

/** What other threads may know: written by the one that looks, after each change. */
final class Ledger {
    private volatile Page page = new Page(List.of(), List.of());

    /** @param units bundles that are installed; @param others files without one */
    private record Page(List<Unit> units, List<Deployment> others) {
    }

    void publish(Collection<Entry> entries, Set<Unit> leaving) {
        List<Unit> units = new ArrayList<>();
        List<Deployment> others = new ArrayList<>();
        for (Entry entry : entries) {
            entry.serving().ifPresent(units::add);
            others.addAll(entry.others());
        }
        units.addAll(leaving);
        page = new Page(List.copyOf(units), List.copyOf(others));
    }

    List<Deployment> deployments() {
        Page now = page;
        List<Deployment> all = new ArrayList<>(now.others());
        now.units().forEach(unit -> all.add(unit.deployment()));
        all.sort(Comparator.comparing(Deployment::file).thenComparing(Deployment::state).thenComparing(Deployment::sha256));
        return List.copyOf(all);
    }

    /** Takes a lease on the jar with that hash, if it is installed and was not stopped from outside. */
    Optional<Unit> acquire(String sha256) {
        // those that serve come first
        return page.units().stream().filter(unit -> unit.sha256().equals(sha256) && unit.intact()).filter(Unit::acquire).findFirst();
    }
}
