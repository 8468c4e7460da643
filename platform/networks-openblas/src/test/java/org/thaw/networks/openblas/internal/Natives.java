package org.thaw.networks.openblas.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;

/** The native libraries that the build has on the class path. */
final class Natives {

    private Natives() {
    }

    /** Skips what needs them, and says so, where they are for another platform. */
    static void assume() {
        String here = platform();
        String built = System.getProperty("nd4j.platform");
        if (!here.equals(built)) {
            System.out.println("NOT TESTED: OpenBLAS is here for " + built + ", and this is " + here);
        }
        assumeTrue(here.equals(built), "OpenBLAS is here for another platform");
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : system)
                + (processor.equals("amd64") || processor.equals("x86_64") ? "-x86_64" : "-arm64");
    }
}
