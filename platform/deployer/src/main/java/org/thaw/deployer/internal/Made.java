package org.thaw.deployer.internal;

import org.thaw.deployer.Offer;

/** A factory and what announced it. */
record Made(Offer offer, Object factory) {
}
