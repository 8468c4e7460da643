package org.thaw.deployer.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.thaw.deployer.Offer;

/** The way of a jar from the store to its factories. Whatever fails on the way is undone. */
final class Admission {
    private final Store store;
    private final Installer installer;
    private final Duration limit;

    /** Refuses offers that another jar makes already and keeps. */
    interface Vacancy {
        void check(Header header, List<Offer> offers) throws RefusedException;
    }

    Admission(Store store, Installer installer, Duration limit) {
        this.store = store;
        this.installer = installer;
        this.limit = limit;
    }

    /** Deploys a jar; it does not serve yet. Empty if its bytes are just being changed. */
    Optional<Unit> admit(Sighting sighting, Candidate candidate, Vacancy vacancy) throws RefusedException, InterruptedException {
        String sha256 = sighting.sha256();
        if (!store.add(sighting.path(), new Sha256.Sum(sighting.size(), sha256))) {
            return Optional.empty();
        }
        return Optional.of(deploy(sha256, store.path(sha256), candidate, vacancy));
    }

    /** Deploys a jar of the store, whoever else offers the same: it is not going to serve. Empty if the store does not have it. */
    Optional<Unit> readmit(String sha256) throws RefusedException, InterruptedException {
        Optional<Path> jar = store.find(sha256);
        return jar.isEmpty() ? Optional.empty() : Optional.of(deploy(sha256, jar.get(), new Candidate("", sha256), (header, offers) -> { }));
    }

    private Unit deploy(String sha256, Path jar, Candidate candidate, Vacancy vacancy) throws RefusedException, InterruptedException {
        Header header = Header.read(jar);
        candidate.learn(header);
        boolean cached = installer.installed(sha256);
        try {
            return deploy(sha256, jar, header, candidate, vacancy);
        } catch (RefusedException e) {
            if (!cached) {
                throw e;
            }
            // the framework's cache of an earlier process may be what is broken: once more from the store
            return deploy(sha256, jar, header, candidate, vacancy);
        }
    }

    private Unit deploy(String sha256, Path jar, Header header, Candidate candidate, Vacancy vacancy) throws RefusedException, InterruptedException {
        Bundle bundle = installer.install(sha256, jar, header);
        boolean done = false;
        try {
            List<Offer> offers = Announcement.read(bundle.adapt(BundleRevision.class));
            candidate.learn(offers);
            vacancy.check(header, offers);
            installer.resolve(bundle);
            Unit unit = new Unit(sha256, jar, header, bundle, Guard.make(bundle, offers, limit));
            done = true;
            return unit;
        } finally {
            if (!done) {
                installer.remove(bundle, "the refused " + header.symbolicName());
            }
        }
    }
}
