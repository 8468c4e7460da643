package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;

/** Optional, for worlds that can be looked at: people watch lives in a terminal and find pictures in reports. */
@ConsumerType
public interface Drawable {
    /** What the world looks like now. Not called in hot loops: it may allocate. Must change nothing. */
    Picture draw();
}
