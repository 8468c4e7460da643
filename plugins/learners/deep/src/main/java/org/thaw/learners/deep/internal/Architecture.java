package org.thaw.learners.deep.internal;

import java.util.Locale;
import java.util.function.Consumer;
import org.thaw.api.Space;
import org.thaw.networks.NetworkBuilder;
import org.thaw.toolkit.Observations;

/** What stands before the dense layers of a network, as hyperparameters name it. */
public enum Architecture {
    /** {@link #MINATAR} for pictures, [rows, columns, channels], that are large enough for its window; {@link #MLP} for all else. */
    FITTING(0, layers -> { }),
    /** Nothing: a picture is one flat row. */
    MLP(0, layers -> { }),
    /** 16 filters of 3×3, stride 1 (Young and Tian 2019). */
    MINATAR(3, layers -> layers.conv(16, 3).relu()),
    /** 16 filters of 8×8, stride 4; 32 of 4×4, stride 2 (Mnih et al. 2013); one dense layer of 256 followed. */
    ATARI_2013(20, layers -> layers.conv(16, 8, 4, 0).relu().conv(32, 4, 2, 0).relu()),
    /** 32 filters of 8×8, stride 4; 64 of 4×4, stride 2; 64 of 3×3 (Mnih et al. 2015); one dense layer of 512 followed. */
    ATARI_2015(36, layers -> layers.conv(32, 8, 4, 0).relu().conv(64, 4, 2, 0).relu().conv(64, 3).relu());

    private final int least;
    private final Consumer<NetworkBuilder> convolutions;

    Architecture(int least, Consumer<NetworkBuilder> convolutions) {
        this.least = least;
        this.convolutions = convolutions;
    }

    /** This one, or the one that fits these observations. @throws IllegalArgumentException if convolutions do not fit; the message says what would */
    Architecture resolve(Space input) {
        if (this == FITTING) {
            return isPicture(input, MINATAR.least) ? MINATAR : MLP;
        }
        if (least > 0 && !isPicture(input, least)) {
            String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new IllegalArgumentException("the network " + name + " needs observations [rows, columns, channels] of at least " + least + " by " + least + ", not " + input);
        }
        return this;
    }

    private static boolean isPicture(Space input, int least) {
        return new Observations(input).isPicture(least);
    }

    /** Adds the convolutions. */
    void begin(NetworkBuilder layers) {
        convolutions.accept(layers);
    }
}
