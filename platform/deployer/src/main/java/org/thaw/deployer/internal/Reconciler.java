package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Problem;

/**
 * Makes the framework equal to the folder, look by look. Only one thread looks; others may recall, in between. The state is read through
 * {@link Ledger}.
 */
final class Reconciler {
    private static final System.Logger LOG = System.getLogger(Reconciler.class.getName());
    /** Between two tries to copy what could not be copied: a full disk is not to be hammered. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scanner scanner;
    private final Installer installer;
    private final Admission admission;
    private final Ruling ruling;
    private final Ledger ledger;
    private final AtomicBoolean platformChanged = new AtomicBoolean();
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<Unit> leaving = new LinkedHashSet<>();
    private boolean first = true;
    private boolean ended;
    private boolean departed;

    /** What a look found. */
    enum Outcome {
        /** The folder is processed. */
        QUIET,
        /** Some file may be in the making. */
        PENDING,
        /** Something changed, which may matter to jars that failed before. */
        CHANGED
    }

    Reconciler(Scanner scanner, Installer installer, Admission admission, Ruling ruling, Ledger ledger) {
        this.scanner = scanner;
        this.installer = installer;
        this.admission = admission;
        this.ruling = ruling;
        this.ledger = ledger;
    }

    /** Tells that other bundles came or went: what did not resolve may now. */
    void platformChanged() {
        platformChanged.set(true);
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Outcome look(Duration poll) throws IOException, InterruptedException {
        // outside the lock: a folder that is slow or gone must not keep runs from what the store has
        return reconcile(scanner.look(poll));
    }

    private synchronized Outcome reconcile(List<Sighting> seen) throws InterruptedException {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        seen.forEach(sighting -> sightings.put(sighting.file(), sighting));
        boolean rewired = platformChanged.getAndSet(false);
        boolean vacated = departed;
        departed = false;
        if (first) {
            first = false;
            installer.removeStrays(Stream.concat(seen.stream().map(Sighting::sha256), leaving.stream().map(Unit::sha256)).collect(Collectors.toSet()));
        }
        forget(sightings);
        dropBroken();
        boolean changed = false;
        for (Sighting sighting : sightings.values()) {
            Entry entry = entries.computeIfAbsent(sighting.file(), Entry::new);
            changed |= visit(entry, sighting, sightings, vacated || departed, rewired);
            ledger.publish(entries.values(), leaving);
        }
        release();
        ledger.publish(entries.values(), leaving);
        if (changed || departed) {
            return Outcome.CHANGED;
        }
        return entries.values().stream().anyMatch(Entry::pending) ? Outcome.PENDING : Outcome.QUIET;
    }

    /**
     * Deploys a jar of the store without letting it serve, and takes a lease on it; or on what is deployed already. Empty if the store does
     * not have it.
     */
    synchronized Optional<Unit> recall(String sha256) throws RefusedException, InterruptedException {
        if (ended) {
            throw new IllegalStateException("the deployer was stopped");
        }
        Optional<Unit> present = ledger.acquire(sha256);   // someone else was quicker
        if (present.isPresent()) {
            return present;
        }
        Optional<Unit> recalled = admission.readmit(sha256);
        recalled.ifPresent(unit -> {
            unit.hold();
            unit.acquire();
            leaving.add(unit);
            ledger.publish(entries.values(), leaving);
        });
        return recalled;
    }

    /** Takes back all services; bundles stay, for the next deployer to find. */
    synchronized void withdrawAll() {
        ended = true;
        for (Entry entry : entries.values()) {
            entry.serving().ifPresent(unit -> unit.withdraw(State.REMOVED));
        }
    }

    private void forget(Map<String, Sighting> sightings) throws InterruptedException {
        for (Iterator<Entry> iterator = entries.values().iterator(); iterator.hasNext();) {
            Entry entry = iterator.next();
            if (!sightings.containsKey(entry.file())) {
                iterator.remove();
                retire(entry, State.REMOVED);
            }
        }
        release();
    }

    /** Someone stopped, updated or refreshed a plugin's bundle: the folder is the truth, so it is deployed afresh. */
    private void dropBroken() throws InterruptedException {
        for (Entry entry : entries.values()) {
            if (entry.serving().filter(unit -> !unit.intact()).isPresent()) {
                LOG.log(Level.WARNING, "The bundle of {0} was stopped or refreshed from outside; it is deployed again.", entry.file());
                retire(entry, State.REPLACED);
            }
        }
        release();
    }

    private void retire(Entry entry, State because) {
        entry.serving().ifPresent(unit -> retire(unit, because));
        entry.stopped();
    }

    private void retire(Unit unit, State because) {
        unit.withdraw(because);
        leaving.add(unit);
        departed = true;
    }

    /** Uninstalls what neither serves nor is leased. */
    private void release() throws InterruptedException {
        for (Unit unit : List.copyOf(leaving)) {
            if (unit.closeIfFree()) {
                leaving.remove(unit);
                ledger.publish(entries.values(), leaving);
                if (!shared(unit)) {
                    installer.remove(unit.bundle(), unit.file());
                }
                departed = true;
            }
        }
    }

    /** Whether its bundle, stopped and deployed again, now belongs to another unit too. */
    private boolean shared(Unit unit) {
        return Stream.concat(leaving.stream(), entries.values().stream().flatMap(entry -> entry.serving().stream()))
                .anyMatch(other -> other.bundle() == unit.bundle());
    }

    private boolean visit(Entry entry, Sighting sighting, Map<String, Sighting> sightings, boolean vacated, boolean rewired) throws InterruptedException {
        Candidate candidate = new Candidate(entry.file(), sighting.sha256());
        if (!sighting.trouble().isEmpty()) {
            return fail(entry, candidate, new RefusedException(Problem.Type.UNREADABLE, sighting.trouble()));
        }
        if (!sighting.stable()) {
            entry.await();
            return false;
        }
        if (entry.serves(sighting.sha256())) {
            boolean news = entry.pending() || entry.failure().isPresent();
            entry.served(entry.serving().orElseThrow());
            return news;
        }
        Optional<Deployment> before = entry.failedBefore(sighting.sha256());
        if (before.isPresent() && !mayPassNow(entry, before.get(), vacated, rewired)) {
            return false;
        }
        try {
            Optional<Unit> known = takeOver(entry, sighting, sightings);
            Optional<Unit> unit = known.isPresent() ? known
                    : admission.admit(sighting, candidate, (header, offers) -> requireVacant(entry, sighting, header.version(), offers));
            unit.ifPresentOrElse(admitted -> serve(entry, admitted, sighting), entry::await);
            return unit.isPresent();
        } catch (RefusedException e) {
            return fail(entry, candidate, e);
        } catch (RuntimeException | StackOverflowError e) {
            // one jar must not keep the others waiting, whatever it makes the deployer or the framework stumble over
            LOG.log(Level.ERROR, "The deployer could not cope with " + entry.file() + ".", e);
            return fail(entry, candidate, new RefusedException(Problem.Type.NOT_A_BUNDLE, "it cannot be understood (" + FactoryMaker.reason(e)
                    + "); build it anew with bnd-maven-plugin."));
        }
    }

    private boolean mayPassNow(Entry entry, Deployment failure, boolean vacated, boolean rewired) {
        return switch (failure.problem().orElseThrow().type()) {
            case SAME_BYTES -> vacated;
            case ID_TAKEN -> vacated || rivals(entry, Version.parseVersion(failure.version()), failure.offers())
                    .stream().allMatch(rival -> ruling.prefers(entry.file(), failure.sha256(), rival.serving().orElseThrow()));
            case UNRESOLVED -> rewired;
            case UNREADABLE -> entry.nanosSinceFailure() > PATIENCE.toNanos();
            default -> false;
        };
    }

    /** Finds bytes that are deployed already, under another name or for leases of the past. */
    private Optional<Unit> takeOver(Entry entry, Sighting sighting, Map<String, Sighting> sightings) throws RefusedException {
        for (Entry other : entries.values()) {
            if (other.serves(sighting.sha256())) {
                Unit unit = other.serving().orElseThrow();
                if (sightings.get(other.file()).sha256().equals(sighting.sha256())) {
                    throw new RefusedException(Problem.Type.SAME_BYTES, "it has the same bytes as " + other.file() + " "
                            + Sentences.bytes(unit.deployment()) + ", which serves already; remove one of the two.");
                }
                unit.withdraw(State.REPLACED);   // the other file has new bytes now: the two changed names
                other.stopped();
                departed = true;
                return Optional.of(unit);
            }
        }
        Optional<Unit> leased = leaving.stream().filter(unit -> unit.sha256().equals(sighting.sha256()) && unit.intact()).findFirst();
        if (leased.isPresent()) {
            requireVacant(entry, sighting, leased.get().version(), leased.get().offers());
            leaving.remove(leased.get());
        }
        return leased;
    }

    /** A rival that serves goes on serving, unless the folder's markers say that it is the other one that should. */
    private void requireVacant(Entry entry, Sighting sighting, Version version, List<Offer> offers) throws RefusedException {
        for (Entry rival : rivals(entry, version, offers)) {
            Unit unit = rival.serving().orElseThrow();
            if (!ruling.prefers(entry.file(), sighting.sha256(), unit)) {
                Offer theirs = unit.offers().stream().filter(offer -> clash(offers, offer)).findFirst().orElseThrow();
                throw new RefusedException(Problem.Type.ID_TAKEN, "it offers " + Announcement.name(theirs) + " in version " + version + ", as " + rival.file() + " "
                        + Sentences.bytes(unit.deployment()) + " does already; remove one of the two, or give one another id or Bundle-Version.");
            }
        }
    }

    /** The other files that serve one of the offers in that version. */
    private List<Entry> rivals(Entry entry, Version version, List<Offer> offers) {
        return entries.values().stream().filter(other -> other != entry && other.serving().filter(
                unit -> unit.version().equals(version) && unit.offers().stream().anyMatch(theirs -> clash(offers, theirs))).isPresent()).toList();
    }

    private static boolean clash(List<Offer> offers, Offer theirs) {
        return offers.stream().anyMatch(ours -> ours.kind() == theirs.kind() && ours.id().equals(theirs.id()));
    }

    /** The new services come before the old ones go: nobody who looks finds neither. */
    private void serve(Entry entry, Unit unit, Sighting sighting) {
        Optional<Unit> old = entry.serving();
        unit.serve(entry.file(), sighting.origin(old.map(Unit::sha256).orElse("")));
        entry.served(unit);
        old.ifPresent(replaced -> retire(replaced, State.REPLACED));
        rivals(entry, unit.version(), unit.offers()).forEach(outranked -> retire(outranked, State.REPLACED));
        LOG.log(Level.DEBUG, "{0}", Sentences.serving(unit.deployment()));
    }

    private boolean fail(Entry entry, Candidate candidate, RefusedException e) {
        String start = entry.serving().map(unit -> " was refused, and version " + unit.version() + " of it, taken in before "
                        + Sentences.bytes(unit.deployment()) + ", goes on serving: ")
                .orElse(" was refused: ");
        Deployment failure = candidate.failed(e.problem().type(), entry.file() + start + e.problem().sentence());
        boolean news = !entry.failure().equals(Optional.of(failure));
        entry.failed(failure);
        if (news) {
            LOG.log(Level.WARNING, "{0}", failure.problem().orElseThrow().sentence());
        }
        return news;
    }
}
