package org.thaw.environments.wrappers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** A world seen turned by quarters of a turn, counter-clockwise: images [rows, columns] or [rows, columns, channels]. Actions stay as they are. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "rotated-observations", summary = "A world whose images are turned by 90°, 180° or 270°")
public final class RotatedObservations implements EnvironmentFactory<RotatedObservations.Config, World> {
    /** Which world and how far. */
    public record Config(
            @Parameter("the world to see turned; with images [rows, columns] or [rows, columns, channels]") Spec of,
            @Parameter(value = "quarter turns, counter-clockwise", byDefault = "1", range = "[0,3]") int quarters) {
        public Config {
            if (quarters < 0 || quarters > 3) {
                throw new IllegalArgumentException("quarters: " + quarters + ", expected 0 to 3");
            }
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> turned(inner, configuration.quarters()));
    }

    private static World turned(Inner inner, int quarters) {
        Space.Real image = inner.realObservations();
        if (image.shape().size() != 2 && image.shape().size() != 3) {
            throw inner.refusal("observations", image, "images [rows, columns] or [rows, columns, channels]");
        }
        int rows = image.shape().get(0);
        int columns = image.shape().get(1);
        int channels = image.size() / (rows * columns);
        int[] from = IntStream.range(0, image.size()).toArray();
        for (int i = 0; i < quarters; i++) {
            from = quarter(from, rows, columns, channels);
            int before = rows;
            rows = columns;
            columns = before;
        }
        List<Integer> shape = new ArrayList<>(image.shape());
        shape.set(0, rows);
        shape.set(1, columns);
        return new Rearranged(inner, new Space.Real(image.type(), shape, image.low(), image.high()), from);
    }

    /** One more quarter: what was the last column becomes the first row. */
    private static int[] quarter(int[] from, int rows, int columns, int channels) {
        int[] turned = new int[from.length];
        int at = 0;
        for (int row = 0; row < columns; row++) {
            for (int column = 0; column < rows; column++) {
                for (int channel = 0; channel < channels; channel++) {
                    turned[at++] = from[(column * columns + columns - 1 - row) * channels + channel];
                }
            }
        }
        return turned;
    }
}
