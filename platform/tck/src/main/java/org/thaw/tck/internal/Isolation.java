package org.thaw.tck.internal;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.function.BiConsumer;

/**
 * A class loader of a plugin's own, as a bundle has: classes from where the plugin's were loaded are defined anew, all others are shared. It is
 * made, used and dropped within one call, so that no frame of the caller holds it.
 */
public final class Isolation extends URLClassLoader {
    private static final int ROUNDS = 40;
    private static final long WAIT_MILLIS = 25;

    private Isolation(URL home, ClassLoader parent) {
        super(new URL[] {home}, parent);
    }

    /** Whether the class loader goes once the use of a factory in it is over. */
    public static boolean goesAfter(Object factory, Record configuration, BiConsumer<Object, Record> use) {
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        WeakReference<ClassLoader> loader = used(factory, configuration, use, gone);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                System.gc();
                if (loader.refersTo(null) || gone.remove(WAIT_MILLIS) != null) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static WeakReference<ClassLoader> used(Object factory, Record configuration, BiConsumer<Object, Record> use, ReferenceQueue<ClassLoader> gone) {
        CodeSource source = factory.getClass().getProtectionDomain().getCodeSource();
        try (Isolation loader = new Isolation(source.getLocation(), factory.getClass().getClassLoader())) {
            Constructor<?> constructor = loader.loadClass(factory.getClass().getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            use.accept(constructor.newInstance(), (Record) Records.copy(configuration, loader));
            return new WeakReference<>(loader, gone);
        } catch (ReflectiveOperationException | java.io.IOException e) {
            throw new IllegalStateException("the plugin cannot be loaded from " + source.getLocation() + " on its own: " + e, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (findResource(name.replace('.', '/') + ".class") == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
