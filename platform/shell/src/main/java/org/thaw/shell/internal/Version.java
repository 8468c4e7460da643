package org.thaw.shell.internal;

import org.osgi.framework.Bundle;

/** Thaw's version, as people write it. */
final class Version {
    private Version() {
    }

    static String of(Bundle bundle) {
        return bundle.getVersion().toString().replaceFirst("^(\\d+\\.\\d+\\.\\d+)\\.", "$1-");
    }
}
