package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Privilege;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.AllTasks;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.Supervised;

/**
 * The contract of predictors. Extend it once for each:
 * <pre>{@code
 * class SoftmaxRegressionTest extends PredictorContract<SoftmaxRegression.Config> {
 *     SoftmaxRegressionTest() {
 *         super(new SoftmaxRegression.Factory(), new SoftmaxRegression.Config(0.1));
 *     }
 * }
 * }</pre>
 * Choose a configuration that is small and learns quickly. It meets two tasks of two classes each, clouds of points in the plane; override
 * {@link #signature()} and {@link #tasks} where that does not suit.
 *
 * @param <C> the configuration record
 */
public abstract class PredictorContract<C extends Record> extends LearnerContract<C> {
    private static final int EPOCHS = 20;
    private static final double BETTER_THAN_A_COIN = 0.75;

    private final LearnerFactory<C, ? extends Predictor> factory;

    /** The contract of what a factory makes of a configuration. */
    protected PredictorContract(LearnerFactory<C, ? extends Predictor> factory, C configuration) {
        super(factory, configuration);
        this.factory = factory;
    }

    /** What goes in and comes out in {@link #tasks}. */
    protected Signature signature() {
        return Blobs.SIGNATURE;
    }

    /** Small tasks, from two on, each with the cue that comes with it; another seed gives other examples of the same kind. */
    protected List<ArrayData> tasks(long seed) {
        return Blobs.told(seed, 20);
    }

    @Override
    final int middle() {
        return PredictorSubject.BATCHES / 2;
    }

    @Override
    final int afterTheEnd() {
        return PredictorSubject.BATCHES + 2;
    }

    @Override
    final PredictorSubject subject(Object factory, Record configuration, HostContext host, long data, Lending lending) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        Predictor predictor = ((LearnerFactory<Record, Predictor>) factory).create(configuration, signature(), host);
        return new PredictorSubject(host, predictor, tasks(data), shownAll(), lending);
    }

    private PredictorSubject subject() {
        return (PredictorSubject) subject(3, Lending.GIVEN);
    }

    @Override
    final Predictor create(Signature signature, HostContext host) {
        return factory.create(configuration(), signature, host);
    }

    private boolean shownAll() {
        return announced().privilege() != Privilege.CURRENT_DATA;
    }

    @Override
    final Score learned() {
        Predictor predictor = create(signature(), host(SEED));
        ArrayData task = tasks(3).get(0);
        predictor.begin(task.cue());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Supervised.pass(predictor, task, 8, new HostStream(epoch));
        }
        predictor.end(task.cue(), shownAll() ? new AllTasks(tasks(3), task.cue()) : task);
        return new Score(Supervised.accuracy(predictor, tasks(9).get(0)), BETTER_THAN_A_COIN);
    }

    @Test
    void predictsWhatTheSignatureSays() {
        PredictorSubject subject = subject();
        assertPredicts(subject, "before it has learned anything");
        assertPredicts((PredictorSubject) subject.steps(middle()), "in a task");
        assertPredicts((PredictorSubject) subject.steps(afterTheEnd()), "in the second task");
    }

    private void assertPredicts(PredictorSubject subject, String when) {
        List<Tensor> answers = subject.answers();
        for (int i = 0; i < answers.size(); i++) {
            Predictions.check(answers.get(i), new int[] {1, 8, 3}[i / tasks(3).size()], signature().output(), when);
        }
    }

    @Test
    void predictingDoesNotChangeWhatComesNext() {
        Subject examined = subject().steps(middle());
        examined.examine();
        assertEquals("", examined.steps(30).difference(subject().steps(middle() + 30)), "one that was asked to predict and one that was not: they differ");
    }

    @Test
    void servesASignatureOrRefusesItWithASentence() {
        Space two = Space.Real.of(-1, 1, 2);
        Space classes = new Space.Categorical(3);
        for (Signature other : List.of(new Signature(Space.Real.of(-1, 1, 2, 3), classes), new Signature(new Space.Categorical(5), classes),
                new Signature(new Space.Real(Tensor.Type.U8, List.of(4), 0, 255), classes), new Signature(two, two))) {
            Optional<Predictor> made = Sentences.madeOrRefused("the signature " + other, () -> create(other, host(SEED)));
            made.ifPresent(predictor -> {
                predictor.prepare();
                Cue cue = other.output() instanceof Space.Categorical ? tasks(3).get(0).cue() : Cue.none();
                Predictions.check(predictor.predict(other.input().buffer(3), cue), 3, other.output(), "for " + other);
                predictor.close();
            });
        }
    }

    @Test
    void malformedBatchesAreErrors() {
        ArrayData task = tasks(3).get(0);
        Tensor x = signature().input().buffer(4);
        Tensor y = signature().output().buffer(4);
        Tensor wide = Tensor.of(new float[4 * (x.rowSize() + 1)], 4, x.rowSize() + 1);
        Tensor numbers = Tensor.of(new long[x.size()], x.shape());
        Sentences.refused("learning from inputs " + wide + " for " + signature(), () -> begun().learn(wide, y, task.cue()));
        Sentences.refused("learning from inputs " + numbers + " for " + signature(), () -> begun().learn(numbers, y, task.cue()));
        Sentences.refused("predicting for inputs " + wide + " for " + signature(), () -> begun().predict(wide, task.cue()));
        Sentences.refused("learning 4 inputs with 3 targets", () -> begun().learn(x, signature().output().buffer(3), task.cue()));
        if (signature().output() instanceof Space.Categorical classes) {
            for (int target : new int[] {-1, classes.count()}) {
                Tensor outside = Tensor.of(new int[] {target, target, target, target}, 4);
                Sentences.refused("the target " + target + " of " + classes.count() + " classes", () -> begun().learn(x, outside, task.cue()));
            }
        }
    }

    /** One that has learned a little, so that nothing is empty. */
    private Predictor begun() {
        Predictor predictor = (Predictor) subject().steps(middle()).learner();
        predictor.prepare();
        return predictor;
    }

    @Test
    void worksWithoutCuesOrSaysThatItNeedsThem() {
        Sentences.madeOrRefused("learning when nothing is told", () -> untold().steps(afterTheEnd() + 1)).ifPresent(original -> {
            assertPredicts((PredictorSubject) original, "when nothing is told");
            Subject restored = untold();
            restored.takeOver(original);
            assertEquals("", original.steps(100).difference(restored.steps(100)), "100 steps after restoring, with nothing told: they differ");
        });
    }

    private Subject untold() {
        HostContext host = host(SEED);
        List<ArrayData> tasks = tasks(3).stream().map(task -> new ArrayData(task.inputs(), task.targets(), Cue.none())).toList();
        return new PredictorSubject(host, create(signature(), host), tasks, shownAll(), Lending.GIVEN);
    }
}
