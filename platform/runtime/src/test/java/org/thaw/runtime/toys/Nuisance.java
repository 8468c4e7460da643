package org.thaw.runtime.toys;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** A learner that harms whoever runs it. */
public final class Nuisance implements Predictor {
    /** In which way, and what the run's end says of it. */
    public enum How {
        LOOPS_IN_LEARN("failed in learn: it has not come back for 3s"),
        BLOCKS_IN_CLOSE("failed in close: it has not come back for 3s"),
        LEAVES_A_THREAD("failed in close: its thread \"stray\" goes on after the run is over"),
        WRITES_INTO_THE_BATCH("failed in learn: it has written into the batch"),
        WRITES_INTO_THE_INPUTS("failed in predict: it has written into the inputs"),
        EXHAUSTS_THE_STACK("failed in learn: its calls nest without end"),
        THROWS_AN_ERROR("failed in learn: AssertionError: one");

        public final String says;

        How(String says) {
            this.says = says;
        }
    }

    public record Config() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "nuisance", summary = "Misbehaves.")
    public static final class Factory implements LearnerFactory<Config, Nuisance> {
        private final How how;
        private final CountDownLatch release;

        /** @param release ends what would never end */
        public Factory(How how, CountDownLatch release) {
            this.how = how;
            this.release = release;
        }

        @Override
        public Nuisance create(Config configuration, Signature signature, Context context) {
            return new Nuisance(how, release, signature.choices());
        }
    }

    private final How how;
    private final CountDownLatch release;
    private final int classes;
    private boolean strayed;

    Nuisance(How how, CountDownLatch release, int classes) {
        this.how = how;
        this.release = release;
        this.classes = classes;
    }

    private void hang() {
        while (release.getCount() > 0) {
            Thread.interrupted(); // not heeded
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        if (how == How.WRITES_INTO_THE_INPUTS) {
            Arrays.fill(inputs.floats(), 0);
        }
        return Tensor.zeros(Tensor.Type.F32, inputs.rows(), classes);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        switch (how) {
            case LOOPS_IN_LEARN -> hang();
            case LEAVES_A_THREAD -> stray();
            case WRITES_INTO_THE_BATCH -> inputs.floats()[0]++;
            case EXHAUSTS_THE_STACK -> deeper(0);
            case THROWS_AN_ERROR -> throw new AssertionError("one");
            default -> {
            }
        }
    }

    private void stray() {
        if (strayed) {
            return;
        }
        strayed = true;
        Thread thread = new Thread(this::hang, "stray");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public long updates() {
        return 0;
    }

    @Override
    public void save(StateWriter out) {
        // there is nothing
    }

    @Override
    public void restore(StateReader in) {
        // there was nothing
    }

    @Override
    public void close() {
        if (how == How.BLOCKS_IN_CLOSE) {
            hang();
        }
    }
}
