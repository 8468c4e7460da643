package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.thaw.api.MissingDataException;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Lending;

/**
 * The contract of task streams. Extend it once for each. Where the data is not on this machine, tests are passed over and say so.
 *
 * @param <C> the configuration record
 */
public abstract class TaskStreamContract<C extends Record> extends PluginContract<C> {
    private static final long SEED = 1;
    private static final int SAMPLE = 100;

    private final EnvironmentFactory<C, ? extends TaskStream> factory;

    /** The contract of what a factory makes of a configuration. */
    protected TaskStreamContract(EnvironmentFactory<C, ? extends TaskStream> factory, C configuration) {
        super(Plugin.Kind.ENVIRONMENT, factory, configuration);
        this.factory = factory;
    }

    private TaskStream stream() {
        return stream(factory, configuration());
    }

    @SuppressWarnings("unchecked") // the factory may come from another class loader; its configuration does, too
    private TaskStream stream(Object factory, Record configuration) {
        try {
            return ((EnvironmentFactory<Record, TaskStream>) factory).create(configuration, host(SEED));
        } catch (MissingDataException e) {
            return Assumptions.abort(e.getMessage());
        }
    }

    @Override
    final void useOnce(Object factory, Record configuration) {
        try (TaskStream stream = stream(factory, configuration)) {
            everything(stream);
        }
    }

    @Test
    void hasTasksWithExamplesToLearnAndToTest() {
        TaskStream stream = stream();
        assertTrue(stream.tasks() >= 1, () -> "tasks() is " + stream.tasks());
        for (int task = 0; task < stream.tasks(); task++) {
            assertTrue(stream.train(task).size() > 0 && stream.test(task).size() > 0, "a task without examples");
        }
        assertEquals(1, stream.signature().lanes(), "lanes of a task stream");
    }

    @Test
    void examplesLieInTheSpacesOfTheSignature() {
        TaskStream stream = stream();
        for (Sample sample : everything(stream)) {
            Worlds.inside(stream.signature().input(), sample.inputs(), "the inputs");
            Worlds.inside(stream.signature().output(), sample.targets(), "the targets");
        }
    }

    @Test
    void sameSeedGivesTheSameBits() {
        assertEquals(everything(stream()), everything(stream()), "two streams of one seed");
    }

    @Test
    void tasksDoNotDependOnTheOrderOfAsking() {
        List<Sample> forwards = everything(stream());
        TaskStream stream = stream();
        List<Sample> backwards = new ArrayList<>();
        for (int task = stream.tasks() - 1; task >= 0; task--) {
            backwards.add(Sample.of(stream.signature(), stream.test(task), SAMPLE));
            backwards.add(Sample.of(stream.signature(), stream.train(task), SAMPLE));
        }
        Collections.reverse(backwards);
        assertEquals(forwards, backwards, "asked for from the first to the last and from the last to the first");
        assertEquals(forwards, everything(stream), "asked for again");
    }

    @Test
    void anExampleIsTheSameHoweverItIsAskedFor() {
        TaskStream stream = stream();
        Examples examples = stream.train(0);
        int[] together = new HostStream(1).permutation(Math.min(examples.size(), SAMPLE));
        Sample all = Sample.of(stream.signature(), examples, together, together.length);
        for (int i = 0; i < together.length; i += 7) {
            // only the first index counts
            Sample one = Sample.of(stream.signature(), examples, new int[] {together[i], -1}, 1);
            assertTrue(one.isRow(all, i), "example " + together[i] + " alone and among others");
        }
    }

    @Test
    void writesIntoNoIndexAndFillsInAllValues() {
        TaskStream stream = stream();
        Examples examples = stream.train(0);
        int[] indices = {0, Math.min(1, examples.size() - 1)};
        Tensor used = stream.signature().input().buffer(2);
        Tensor labels = stream.signature().output().buffer(2);
        Lending.overwrite(used);
        Lending.overwrite(labels);
        int[] lent = indices.clone();
        examples.inputs(lent, used);
        examples.targets(lent, labels);
        assertArrayEquals(indices, lent, "the host's indices");
        assertEquals(Sample.of(stream.signature(), examples, indices, 2), new Sample(used, labels), "into fresh buffers and into used ones");
    }

    @Test
    void anExampleThatIsNotThereIsAnError() {
        TaskStream stream = stream();
        Signature signature = stream.signature();
        Examples examples = stream.train(0);
        for (int index : new int[] {-1, examples.size()}) {
            Sentences.refused("inputs of example " + index + " of " + examples.size(), () -> examples.inputs(new int[] {index}, signature.input().buffer(1)));
            Sentences.refused("the target of example " + index + " of " + examples.size(), () -> examples.targets(new int[] {index}, signature.output().buffer(1)));
        }
        for (int task : new int[] {-1, stream.tasks()}) {
            Sentences.refused("train(" + task + ") of " + stream.tasks() + " tasks", () -> stream.train(task));
            Sentences.refused("test(" + task + ") of " + stream.tasks() + " tasks", () -> stream.test(task));
        }
    }

    private static List<Sample> everything(TaskStream stream) {
        List<Sample> samples = new ArrayList<>();
        for (int task = 0; task < stream.tasks(); task++) {
            samples.add(Sample.of(stream.signature(), stream.train(task), SAMPLE));
            samples.add(Sample.of(stream.signature(), stream.test(task), SAMPLE));
        }
        return samples;
    }
}
