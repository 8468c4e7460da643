package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

class PermutedTest {
    /** Two training images of 2×3 with pixels 0 … 5 and 10 … 15; the second also tests. */
    private static final LabelledImages IMAGES = new LabelledImages(new byte[] {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15}, new byte[] {0, 1});
    private static final Environment SMALL =
            new ImageTask(new Signature(Space.Real.of(0, 1, 2, 3), new Space.Categorical(2)), IMAGES, IMAGES.slice(1, 2));
    private static final Environment NUMBERS = new ImageTask(new Signature(new Space.Categorical(5), new Space.Categorical(2)), IMAGES, IMAGES);

    @Test
    void theFirstTaskIsTheDataSetAsItIsUnlessUnwanted() {
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, pixels(create(3, true).train(0), 0));
        assertFalse(Arrays.equals(new int[] {0, 1, 2, 3, 4, 5}, pixels(create(3, false).train(0), 0)));
    }

    @Test
    void laterTasksPutEveryImageIntoTheSameOrder() {
        int[] first = pixels(create(3, true).train(2), 0);
        int[] second = pixels(create(3, true).train(2), 1);
        assertArrayEquals(first, Arrays.stream(second).map(p -> p - 10).toArray());
        assertArrayEquals(second, pixels(create(3, true).test(2), 0));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, Arrays.stream(first).sorted().toArray());
    }

    @Test
    void tasksDifferAndDoNotDependOnTheirNumberOrOnEachOther() {
        TaskStream three = create(3, true);
        assertFalse(Arrays.equals(pixels(three.train(1), 0), pixels(three.train(2), 0)));
        assertArrayEquals(pixels(three.train(2), 0), pixels(create(9, false).train(2), 0));
    }

    @Test
    void labelsStay() {
        Tensor targets = Tensor.zeros(Tensor.Type.I32, 2);
        create(3, true).train(1).targets(new int[] {1, 0}, targets);
        assertArrayEquals(new int[] {1, 0}, targets.ints());
    }

    @Test
    void whatCannotBePermutedIsRefused() {
        assertEquals("of: numbers has inputs of Categorical[count=5], expected real ones of type F32", refusal("numbers"));
        assertEquals("of: tasks has 3 tasks, expected one", refusal("tasks"));
        assertThrows(IllegalArgumentException.class, () -> new Permuted.Config(Spec.of("small"), 0, true));
    }

    private static String refusal(String of) {
        return assertThrows(IllegalArgumentException.class, () -> create(of, 3, true)).getMessage();
    }

    private static TaskStream create(int tasks, boolean keepFirst) {
        return create("small", tasks, keepFirst);
    }

    private static TaskStream create(String of, int tasks, boolean keepFirst) {
        Map<String, Environment> environments =
                of.equals("tasks") ? Map.of("tasks", create(3, true)) : Map.of("small", SMALL, "numbers", NUMBERS);
        return new Permuted().create(new Permuted.Config(Spec.of(of), tasks, keepFirst), new TestContext(false, environments));
    }

    private static int[] pixels(Examples examples, int index) {
        Tensor inputs = Tensor.zeros(Tensor.Type.F32, 1, 2, 3);
        examples.inputs(new int[] {index}, inputs);
        int[] pixels = new int[6];
        for (int i = 0; i < 6; i++) {
            pixels[i] = Math.round(inputs.floats()[i] * 255);
        }
        return pixels;
    }
}
