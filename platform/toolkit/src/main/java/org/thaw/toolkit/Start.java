package org.thaw.toolkit;

import org.thaw.networks.Initialiser;

/** How weights get their first values, as hyperparameters name them. */
public enum Start {
    /** {@link Initialiser#PYTORCH}: U(−b, b) with b = 1/√inputs, biases too. */ PYTORCH(Initialiser.PYTORCH),
    /** {@link Initialiser#KERAS}: U(−b, b) with b = √(6/(inputs + outputs)), biases 0. */ KERAS(Initialiser.KERAS),
    /** {@link Initialiser#HE}: U(−b, b) with b = √(6/inputs), biases 0. */ HE(Initialiser.HE);

    private final Initialiser initialiser;

    Start(Initialiser initialiser) {
        this.initialiser = initialiser;
    }

    /** The initialiser. */
    public Initialiser initialiser() {
        return initialiser;
    }
}
