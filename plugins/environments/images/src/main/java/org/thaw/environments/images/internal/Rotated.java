package org.thaw.environments.images.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * A data set of images made into many tasks: in each, every image is turned by the task's own angle about its centre. Labels stay. Angles are listed, or
 * drawn as by Lopez-Paz and Ranzato: of T tasks, the t-th has an angle drawn from the t-th of T equal parts of 0 … {@code maxAngle}.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "rotated", summary = "A set of images as several tasks, each with its own angle of rotation",
        source = "Lopez-Paz, Ranzato: Gradient episodic memory for continual learning. NeurIPS 2017")
public final class Rotated implements EnvironmentFactory<Rotated.Config, TaskStream> {
    /** What to rotate, and how far. */
    public record Config(
            @Parameter("the data set to rotate: a stream of one task with images [height, width] or [channels, height, width]") Spec of,
            @Parameter(value = "each task's angle in degrees, counter-clockwise; empty: drawn by the seed", byDefault = "[]", range = "[-360,360]") List<Double> angles,
            @Parameter(value = "number of tasks, where angles are drawn", byDefault = "20", range = "[1,*)", source = "Lopez-Paz and Ranzato 2017") int tasks,
            @Parameter(value = "greatest angle in degrees, where they are drawn", byDefault = "180", range = "(0,360]", source = "Lopez-Paz and Ranzato 2017") double maxAngle) {
        public Config {
            angles = List.copyOf(angles);
            if (tasks < 1) {
                throw new IllegalArgumentException("tasks is " + tasks + ", expected 1 or more");
            }
        }
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        TaskStream inner = Wrapped.dataSet(context, configuration.of(), space -> space.shape().size() == 2 || space.shape().size() == 3,
                "images of type F32, [height, width] or [channels, height, width]");
        Space.Real range = (Space.Real) inner.signature().input();
        List<Integer> shape = range.shape();
        int height = shape.get(shape.size() - 2);
        int width = shape.get(shape.size() - 1);
        return new RotatedTasks(inner, range, angles(configuration, context).stream().map(angle -> Rotation.by(angle, height, width)).toList());
    }

    private static List<Double> angles(Config configuration, Context context) {
        if (!configuration.angles().isEmpty()) {
            return configuration.angles();
        }
        double part = configuration.maxAngle() / configuration.tasks();
        List<Double> drawn = new ArrayList<>();
        IntStream.range(0, configuration.tasks()).forEach(task -> {
            RandomStream random = context.random("angle", task);
            drawn.add((task + random.nextDouble()) * part);
        });
        return drawn;
    }
}
