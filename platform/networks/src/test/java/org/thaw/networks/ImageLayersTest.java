package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLayersTest {

    @Test
    void aConvolutionComputesTheHandWorkedValues() {
        Network network = Network.of(2, 3, 1).conv(1, 2).build(Initialiser.KERAS, Streams.uniform(1));
        System.arraycopy(new float[] {1, 10, 100, 1000, 0.5f}, 0, network.parameters(), 0, 5);
        // 1 2 3 over 4 5 6: 1 + 20 + 400 + 5000 + 0.5, and 2 + 30 + 500 + 6000 + 0.5
        float[] out = network.forward(new float[] {1, 2, 3, 4, 5, 6}, 1);
        assertArrayEquals(new float[] {5421.5f, 6532.5f}, Arrays.copyOf(out, 2));
        float[] back = network.backwardToInput(new float[] {1, 2});
        assertArrayEquals(new float[] {1 + 4, 2 + 6, 4 + 10, 5 + 12, 3}, network.gradient());
        assertArrayEquals(new float[] {1, 12, 20, 100, 1200, 2000}, Arrays.copyOf(back, 6));
    }

    @Test
    void paddingAddsZerosAroundTheImage() {
        Network network = Network.of(1, 1, 1).conv(1, 3, 1, 1).build(Initialiser.KERAS, Streams.uniform(1));
        System.arraycopy(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0}, 0, network.parameters(), 0, 10);
        assertEquals(10, network.forward(new float[] {2}, 1)[0]);
    }

    @ParameterizedTest
    @CsvSource({"5,6,3,4,3,1,0", "5,6,3,5,3,1,1", "7,6,2,3,3,2,1", "6,5,2,3,2,3,1", "4,4,1,17,1,1,0", "3,4,20,2,2,1,1"})
    void convolutionsKeepTheLawsOfLayers(int height, int width, int channels, int filters, int window, int stride, int padding) {
        int[] shape = {height, width, channels};
        Consumer<NetworkBuilder> layers = net -> net.conv(filters, window, stride, padding).conv(3, 1);
        LayerCheck.gradients(shape, 2, Streams.values(2 * height * width * channels, 8), layers);
        LayerCheck.kernelsAgree(shape, 5, layers);
        LayerCheck.rowsAreIndependent(shape, 4, layers);
        LayerCheck.squares(shape, 3, layers);
    }

    @ParameterizedTest
    @CsvSource({"4,32", "33,40", "64,64", "16,8"})
    void wideConvolutionsHaveTheSameBitsWithEveryKernel(int channels, int filters) {
        LayerCheck.kernelsAgree(new int[] {6, 7, channels}, 9, net -> net.conv(filters, 3, 1, 1).relu().convWithoutBias(5, 3, 1, 1));
    }

    @Test
    void poolingTakesTheLargestOrTheMean() {
        float[] image = {1, 2, 3, 4, 9, 5, 6, 7, 8, 0, -1, -2};
        Network max = Network.of(3, 4, 1).maxPool(2, 2).build(Initialiser.KERAS, Streams.uniform(1));
        assertArrayEquals(new float[] {9, 7}, Arrays.copyOf(max.forward(image, 1), 2));
        assertArrayEquals(new float[] {0, 0, 0, 0, 10, 0, 0, 20, 0, 0, 0, 0},
                Arrays.copyOf(max.backwardToInput(new float[] {10, 20}), 12));
        Network mean = Network.of(3, 4, 1).averagePool(2, 2).build(Initialiser.KERAS, Streams.uniform(1));
        assertArrayEquals(new float[] {4.25f, 5}, Arrays.copyOf(mean.forward(image, 1), 2));
        assertArrayEquals(new float[] {1, 1, 2, 2, 1, 1, 2, 2, 0, 0, 0, 0},
                Arrays.copyOf(mean.backwardToInput(new float[] {4, 8}), 12));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1", "2,3"})
    void poolingKeepsTheLawsOfLayers(int window, int stride) {
        int[] shape = {5, 6, 3};
        // distinct values far apart, so that a difference does not change which is the largest
        float[] inputs = new float[2 * 90];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (i * 37 % 180 - 90) * 0.04f;
        }
        Consumer<NetworkBuilder> largest = net -> net.maxPool(window, stride).flatten().dense(3);
        Consumer<NetworkBuilder> mean = net -> net.averagePool(window, stride).dense(3);
        LayerCheck.gradients(shape, 2, inputs.clone(), largest);
        LayerCheck.gradients(shape, 2, inputs.clone(), mean);
        LayerCheck.kernelsAgree(shape, 5, largest);
        LayerCheck.kernelsAgree(shape, 5, mean);
        LayerCheck.rowsAreIndependent(shape, 3, largest);
    }

    @Test
    void shapesThatAreNoImagesAreRefused() {
        assertEquals("a layer of kind conv needs samples [height, width, channels], not [5]",
                assertThrows(IllegalArgumentException.class, () -> Network.of(5).conv(1, 3).build(Initialiser.HE, () -> 0))
                        .getMessage());
        assertEquals("a window of 3 does not fit an image of 2 by 9 padded by 0",
                assertThrows(IllegalArgumentException.class, () -> Network.of(2, 9, 1).conv(1, 3).build(Initialiser.HE, () -> 0))
                        .getMessage());
    }
}
