package org.thaw.environments.images.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/** A data set made into many tasks: in each, the elements of every input are put into another fixed random order. Labels stay. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "permuted", summary = "A data set as several tasks, each with its own fixed order of the pixels",
        source = "Goodfellow, Mirza, Xiao, Courville, Bengio: An empirical investigation of catastrophic forgetting. arXiv 1312.6211, 2013")
public final class Permuted implements EnvironmentFactory<Permuted.Config, TaskStream> {
    /** What to permute, and into how many tasks. */
    public record Config(
            @Parameter("the data set to permute: a stream of one task with real inputs") Spec of,
            @Parameter(value = "number of tasks", byDefault = "10", range = "[1,*)", source = "van de Ven and Tolias 2019") int tasks,
            @Parameter(value = "whether the first task is the data set as it is", byDefault = "true", source = "Goodfellow et al. 2013") boolean keepFirst) {
        public Config {
            if (tasks < 1) {
                throw new IllegalArgumentException("tasks is " + tasks + ", expected 1 or more");
            }
        }
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        TaskStream inner = Wrapped.dataSet(context, configuration.of(), any -> true, "real ones of type F32");
        int size = inner.signature().input().size();
        int[][] orders = new int[configuration.tasks()][];
        for (int task = 0; task < orders.length; task++) {
            orders[task] = context.random("permutation", task).permutation(size);
        }
        if (configuration.keepFirst()) {
            for (int i = 0; i < size; i++) {
                orders[0][i] = i;
            }
        }
        return new PermutedTasks(inner, orders);
    }
}
