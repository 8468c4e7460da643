package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

class RotatedTest {
    private static final float[] THREE_BY_THREE = {
        1, 2, 3,
        4, 5, 6,
        7, 8, 9};

    @Test
    void aRightAngleMovesEveryPixelExactlyAndCounterClockwise() {
        assertArrayEquals(new float[] {
            3, 6, 9,
            2, 5, 8,
            1, 4, 7}, turned(THREE_BY_THREE, 90, 3, 3));
        assertArrayEquals(new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, turned(THREE_BY_THREE, 180, 3, 3));
        assertArrayEquals(turned(THREE_BY_THREE, 270, 3, 3), turned(THREE_BY_THREE, -90, 3, 3));
        assertArrayEquals(THREE_BY_THREE, turned(THREE_BY_THREE, 360, 3, 3));
    }

    @Test
    void anEvenImageTurnsAboutTheMiddleOfItsFourCentralPixels() {
        assertArrayEquals(new float[] {2, 4, 1, 3}, turned(new float[] {1, 2, 3, 4}, 90, 2, 2));
    }

    @Test
    void betweenPixelsTheFourAroundAreWeightedByNearness() {
        // turned back by 45°, the middle of the top row lies at (√½, √½) up and right of the centre
        double near = StrictMath.sqrt(0.5);
        double far = 1 - near;
        double expected = near * near * 3 + near * far * (2 + 6) + far * far * 5;
        float[] turned = turned(THREE_BY_THREE, 45, 3, 3);
        assertEquals(expected, turned[1], 1e-6);
        assertEquals(5, turned[4]);
        // the top right corner comes from √2 right of the centre: 2 − √2 of pixel 6, and black beyond the border
        assertEquals((2 - StrictMath.sqrt(2)) * 6, turned[2], 1e-6);
    }

    @Test
    void whatIsNotSquareLosesItsEnds() {
        assertArrayEquals(new float[] {0, 2, 0}, turned(new float[] {1, 2, 3}, 90, 1, 3));
    }

    @Test
    void channelsTurnEachForItself() {
        LabelledImages images = new LabelledImages(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, new byte[] {0});
        Environment colour = new ImageTask(new Signature(Space.Real.of(0, 1, 2, 2, 2), new Space.Categorical(2)), images, images);
        assertArrayEquals(new int[] {2, 4, 1, 3, 6, 8, 5, 7}, pixels(create(colour, 90.0).train(0), 0, 2, 2, 2));
    }

    @Test
    void eachTaskHasItsAngleAndLabelsStay() {
        TaskStream tasks = create(grey(), 0.0, 90.0);
        assertEquals(2, tasks.tasks());
        assertArrayEquals(new int[] {1, 2, 3, 4}, pixels(tasks.train(0), 0, 2, 2));
        assertArrayEquals(new int[] {6, 8, 5, 7}, pixels(tasks.train(1), 1, 2, 2));
        assertArrayEquals(new int[] {6, 8, 5, 7}, pixels(tasks.test(1), 0, 2, 2));
        Tensor targets = Tensor.zeros(Tensor.Type.I32, 2);
        tasks.train(1).targets(new int[] {1, 0}, targets);
        assertArrayEquals(new int[] {1, 0}, targets.ints());
    }

    @Test
    void anglesNotListedAreDrawnOneFromEachPart() {
        TaskStream tasks = new Rotated().create(new Rotated.Config(Spec.of("inner"), List.of(), 3, 180), new TestContext(false, Map.of("inner", grey())));
        assertEquals(3, tasks.tasks());
        assertFalse(Arrays.equals(pixels(tasks.train(1), 0, 2, 2), pixels(tasks.train(2), 0, 2, 2)));
    }

    @Test
    void whatIsNoImageIsRefused() {
        LabelledImages rows = new LabelledImages(new byte[] {1, 2}, new byte[] {0});
        Environment flat = new ImageTask(new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(2)), rows, rows);
        assertThrows(IllegalArgumentException.class, () -> create(flat, 90.0));
    }

    private static float[] turned(float[] image, double angle, int height, int width) {
        float[] out = new float[image.length];
        Rotation.by(angle, height, width).turn(image, out, 0, Space.Real.of(0, 10, height, width));
        return out;
    }

    private static Environment grey() {
        LabelledImages images = new LabelledImages(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, new byte[] {0, 1});
        return new ImageTask(new Signature(Space.Real.of(0, 1, 2, 2), new Space.Categorical(2)), images, images.slice(1, 2));
    }

    private static TaskStream create(Environment inner, Double... angles) {
        return new Rotated().create(new Rotated.Config(Spec.of("inner"), List.of(angles), 1, 180), new TestContext(false, Map.of("inner", inner)));
    }

    private static int[] pixels(Examples examples, int index, int... shape) {
        int[] batch = new int[shape.length + 1];
        batch[0] = 1;
        System.arraycopy(shape, 0, batch, 1, shape.length);
        Tensor inputs = Tensor.zeros(Tensor.Type.F32, batch);
        examples.inputs(new int[] {index}, inputs);
        int[] pixels = new int[inputs.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.round(inputs.floats()[i] * 255);
        }
        return pixels;
    }
}
