package org.thaw.deployer.internal;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The class loaders of plugins that have left. One that stays alive is a leak: a thread, a ThreadLocal or a host object still holds it. */
final class Departures {
    private static final int COLLECTIONS = 10;
    private static final long PAUSE_MILLIS = 20;

    private record Departure(String name, Reference<ClassLoader> loader) {
    }

    private final List<Departure> departures = new ArrayList<>();

    synchronized void add(String name, ClassLoader loader) {
        names();   // what has gone need not be remembered until somebody asks
        departures.add(new Departure(name, new WeakReference<>(loader)));
    }

    /** The names of those whose class loader is still alive after a few collections; all others are forgotten. */
    List<String> alive() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && !names().isEmpty(); i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return names();
    }

    private synchronized List<String> names() {
        departures.removeIf(departure -> departure.loader().get() == null);
        return departures.stream().map(Departure::name).toList();
    }
}
