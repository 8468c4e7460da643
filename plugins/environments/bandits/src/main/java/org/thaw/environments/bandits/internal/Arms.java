package org.thaw.environments.bandits.internal;

import org.thaw.api.RandomStream;

/** A family of arms: which means they can have, and what an arm of a mean pays. */
interface Arms {
    /** Draws a mean. */
    double draw(RandomStream random);

    /** Brings a mean that walked out of its bounds back into them. */
    double bounded(double mean);

    /** Draws the reward of one pull. */
    double pay(double mean, RandomStream random);
}
