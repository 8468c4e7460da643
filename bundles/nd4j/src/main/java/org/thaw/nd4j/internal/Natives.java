package org.thaw.nd4j.internal;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The native libraries attached to this bundle as fragments.
 *
 * @param key a folder name that differs whenever the libraries do
 */
record Natives(String key) {
    /** The capability by which a fragment says what it brings; attribute {@code sha256}: the hash of the jars it was made from. */
    static final String NAMESPACE = "org.thaw.nd4j.natives";

    static Natives attachedTo(Bundle bundle) throws RefusedException {
        List<String> hashes = bundle.adapt(BundleWiring.class).getCapabilities(NAMESPACE).stream()
            .map(capability -> String.valueOf(capability.getAttributes().get("sha256")).substring(0, 16))
            .sorted()
            .toList();
        if (hashes.isEmpty()) {
            throw new RefusedException("ND4J has no native libraries for " + platform(bundle) + ": put the fragment org.thaw.nd4j.natives for this"
                + " platform (built with -Dnd4j.platform=…) beside the bundle " + bundle.getSymbolicName() + ".");
        }
        return new Natives(String.join("-", hashes) + "-" + times(bundle));
    }

    private static String platform(Bundle bundle) {
        return bundle.getBundleContext().getProperty(Constants.FRAMEWORK_OS_NAME) + " "
            + bundle.getBundleContext().getProperty(Constants.FRAMEWORK_PROCESSOR);
    }

    /**
     * Stands for the times that JavaCPP will see on the libraries. It unpacks a file anew unless its time is the expected one, and times within a jar
     * may be read in the time zone of the process: processes of two zones in one folder would unpack under each other's feet, and crash.
     */
    private static String times(Bundle bundle) throws RefusedException {
        Enumeration<URL> found = bundle.findEntries("org", "*jni*", true);
        List<Long> times = new ArrayList<>();
        try {
            while (found != null && found.hasMoreElements()) {
                times.add(found.nextElement().openConnection().getLastModified());
            }
        } catch (IOException e) {
            throw new RefusedException("The native fragment of " + bundle.getSymbolicName() + " cannot be read: " + e.getMessage(), e);
        }
        times.sort(null);
        return Integer.toHexString(times.hashCode());
    }
}
