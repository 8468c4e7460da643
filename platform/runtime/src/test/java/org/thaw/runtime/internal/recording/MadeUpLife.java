package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

/** A life made up at random with all that can occur in one, in memory: to record, and to compare with what is read. */
final class MadeUpLife {
    private record Moment(StepBuffer step, Decision decision) {
    }

    /** A recorder that may always write. */
    static final Runnable ALWAYS = () -> {
    };

    private final Signature signature;
    private final RandomStream random;
    private final List<Moment> moments = new ArrayList<>();

    MadeUpLife(Signature signature, RandomStream random, int steps) {
        this.signature = signature;
        this.random = random;
        for (int i = 0; i < steps; i++) {
            moments.add(moment());
        }
    }

    int steps() {
        return moments.size();
    }

    Step step(int i) {
        return moments.get(i).step();
    }

    private Moment moment() {
        StepBuffer step = new StepBuffer(signature);
        observe(step.observation());
        boolean begins = moments.isEmpty() || moments.get(moments.size() - 1).step().isLast();
        double reward = random.nextInt(3) == 0 ? random.nextGaussian() : random.nextInt(2);
        if (begins) {
            step.first();
        } else {
            switch (random.nextInt(12)) {
                case 0 -> step.termination(reward);
                case 1 -> step.truncation(reward);
                case 2 -> step.transition(reward, random.nextDouble());
                default -> step.transition(reward);
            }
            step.previousAction(moments.get(moments.size() - 1).decision().action());
            if (random.nextInt(20) == 0) { // a world with actions of its own
                choose(step.previousAction());
            }
        }
        if (random.nextInt(4) == 0) {
            step.player(random.nextInt(3));
        }
        for (int i = 0; i < step.legal().length && random.nextInt(2) == 0; i++) {
            step.legal()[i] = random.nextInt(3) > 0;
        }
        Decision decision = new Decision(signature);
        if (!step.isLast()) {
            decide(decision);
        }
        return new Moment(step, decision);
    }

    private void observe(Tensor observation) {
        switch (observation.type()) {
            case I32 -> observation.ints()[0] = random.nextInt(((Space.Categorical) signature.input()).count());
            case U8 -> {
                for (int i = 0; i < observation.bytes().length; i++) {
                    observation.bytes()[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
                }
            }
            default -> {
                for (int i = 0; i < observation.floats().length; i++) {
                    observation.floats()[i] = number(i);
                }
            }
        }
    }

    /** The first of a few are like those of a picture, the others like measurements. */
    private float number(int i) {
        return signature.input().size() > 8 ? random.nextInt(2) : i == 0 ? -0.0f : i == 1 ? Float.NaN : (float) random.nextGaussian();
    }

    private void choose(Action action) {
        if (signature.output() instanceof Space.Categorical actions) {
            action.set(random.nextInt(actions.count()));
        } else {
            float[] values = new float[action.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            action.set(values);
        }
    }

    private void decide(Decision decision) {
        choose(decision.action());
        float[] distribution = decision.distribution().clone();
        if (distribution.length > 0 && random.nextInt(4) > 0) {
            for (int i = 0; i < distribution.length; i++) {
                distribution[i] = random.nextInt(3) == 0 ? random.nextFloat() : 0.25f;
            }
            decision.distribution(distribution);
        }
        if (random.nextInt(2) == 0) {
            decision.logProbability(-random.nextDouble());
        }
        if (random.nextInt(2) == 0) {
            decision.value(random.nextGaussian());
        }
    }

    /** Has some of its steps recorded. */
    void record(Recorder recorder, int lane, int from, int to) {
        for (int i = from; i < to; i++) {
            Moment moment = moments.get(i);
            if (moment.step().isLast()) {
                recorder.last(lane, moment.step());
            } else {
                recorder.add(lane, moment.step(), moment.decision());
            }
        }
    }

    /** Fails unless the first so many steps are read bit for bit as they were. */
    void assertRead(Recording recording, int life, int steps) {
        assertEquals(steps, recording.steps(life));
        StepBuffer step = new StepBuffer(signature);
        Decision decision = new Decision(signature);
        List<Long> episodes = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            recording.read(life, i, step, decision);
            assertSame(i, moments.get(i), step, decision);
            if (step.isFirst()) {
                episodes.add((long) i);
            }
        }
        assertEquals(episodes.size(), recording.episodes(life));
        for (int i = 0; i < episodes.size(); i++) {
            assertEquals(episodes.get(i), recording.episodeStart(life, i));
        }
    }

    /** Fails unless it is that step, bit for bit. */
    void assertIs(int i, Step step, Decision decision) {
        assertSame(i, moments.get(i), step, decision);
    }

    private static void assertSame(int i, Moment expected, Step step, Decision decision) {
        String where = "step " + i;
        StepBuffer was = expected.step();
        assertEquals(was.kind(), step.kind(), where);
        assertTrue(was.observation().sameBits(step.observation()), where);
        assertEquals(was.reward(), step.reward(), where);
        assertEquals(was.discount(), step.discount(), where);
        assertEquals(was.player(), step.player(), where);
        assertArrayEquals(was.legal(), step.legal(), where);
        assertSame(where, was.previousAction(), step.previousAction());
        Decision decided = expected.decision();
        assertSame(where, decided.action(), decision.action());
        assertEquals(decided.hasDistribution(), decision.hasDistribution(), where);
        if (decided.hasDistribution()) {
            assertArrayEquals(decided.distribution(), decision.distribution(), where);
        }
        assertEquals(decided.logProbability(), decision.logProbability(), where);
        assertEquals(decided.value(), decision.value(), where);
    }

    private static void assertSame(String where, Action was, Action action) {
        assertEquals(was.index(), action.index(), where);
        assertArrayEquals(was.values(), action.values(), where);
    }
}
