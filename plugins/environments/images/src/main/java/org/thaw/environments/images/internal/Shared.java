package org.thaw.environments.images.internal;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/**
 * What several runs may share: made when first wanted, kept while memory allows, and no longer than its owner. A factory owns one, so that a
 * data set goes when its bundle goes.
 */
final class Shared<T> {
    private SoftReference<T> held = new SoftReference<>(null);

    /** The shared thing; made by the first caller, while the others wait. */
    synchronized T get(Supplier<T> maker) {
        T thing = held.get();
        if (thing == null) {
            thing = maker.get();
            held = new SoftReference<>(thing);
        }
        return thing;
    }
}
