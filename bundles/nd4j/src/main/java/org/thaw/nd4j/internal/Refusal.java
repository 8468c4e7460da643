package org.thaw.nd4j.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/** Keeps every further class of a bundle from loading; the reason is the cause of the linkage error that the user of the class meets. */
record Refusal(Bundle bundle, RefusedException reason) implements WeavingHook {
    @Override
    public void weave(WovenClass woven) {
        if (woven.getBundleWiring().getBundle().equals(bundle)) {
            throw new WeavingException(reason.getMessage(), reason);
        }
    }
}
