package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.Space;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.Sgd;
import org.thaw.tck.host.HostStream;

class HiddenUnitsTest {
    /** A picture of two pixels, two filters of one pixel, one output: h = relu(x), relu(3 x) at each pixel. */
    private static TrainedNetwork convolution() {
        HostStream random = new HostStream(1);
        Network network = Network.of(1, 2, 1).conv(2, 1).relu().dense(1).build(Initialiser.HE, random::nextDouble);
        // filters, their biases, then outgoing weights by pixel and filter, bias
        System.arraycopy(new float[] {1, 3, 0, 0, -2, 0.5f, 2, -0.25f, 1}, 0, network.parameters(), 0, 9);
        return new TrainedNetwork(new Features(Space.Real.of(-9, 9, 1, 2, 1)), network, Initialiser.HE, new Sgd(9, 0.1));
    }

    @Test
    void theUnitsOfAConvolutionAreItsFiltersWithAllTheirOutgoingWeights() {
        TrainedNetwork trained = convolution();
        float[] p = trained.network().parameters();
        HiddenUnits units = new HiddenUnits(trained, 1, Initialiser.HE, new HostStream(1));
        trained.forward(new float[] {1, 3}, 1);
        units.observe(p, 1, 0.9);
        // mean |h| over the pixels 2 and 6, outgoing weights 4 and ¾: contributions 8 and 4.5, so the second filter goes
        units.replace(0.5, 0, 0.9);
        assertEquals(1, units.replaced());
        assertArrayEquals(new float[] {0, 0, -2, 0, 2, 0, 1}, Arrays.copyOfRange(p, 2, 9));
        assertEquals(1, p[0]);
    }
}
